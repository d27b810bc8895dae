package plenum.identity;

import java.util.Objects;
import java.util.Set;

/**
 * By which a program acts for somebody.
 *
 * @param id by which it can be named; no secret
 * @param name how whoever made it calls it
 * @param scopes the parts of that one's rights which the program has
 */
public record Grant(String id, String name, Set<Scope> scopes) {

  public Grant {
    Objects.requireNonNull(id, "a grant can be named");
    Objects.requireNonNull(name, "a grant is called something");
    scopes = Set.copyOf(scopes);
  }
}
