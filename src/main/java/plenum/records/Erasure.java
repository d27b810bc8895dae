package plenum.records;

import java.util.Objects;
import java.util.Set;
import plenum.identity.PersonId;

/**
 * Who is to be erased.
 *
 * @param logins the login names by which records of others may name that one
 */
public record Erasure(PersonId person, Set<String> logins) {

  public Erasure {
    Objects.requireNonNull(person, "somebody is erased");
    logins = Set.copyOf(logins);
  }
}
