package plenum.identity;

import java.util.Set;

/**
 * What a person is on this site, by an account.
 *
 * @param roles what the account and its groups make of the person
 * @param groups to which the person belongs
 */
public record Standing(Set<Role> roles, Set<String> groups) {

  /** A guest's. */
  public static final Standing NONE = new Standing(Set.of(), Set.of());

  public Standing {
    roles = Set.copyOf(roles);
    groups = Set.copyOf(groups);
  }
}
