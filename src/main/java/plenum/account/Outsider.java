package plenum.account;

import java.util.Objects;
import java.util.Set;

/**
 * Somebody whom a directory or a provider knows, and has just recognised.
 *
 * @param key how it names that one for ever
 * @param login by what that one has logged in
 * @param name how it calls that one, whether or not somebody can be called so here
 * @param groups of which that one is a member; names that none can have are left out
 */
public record Outsider(String key, LoginName login, String name, Set<String> groups) {

  public Outsider {
    Objects.requireNonNull(key, "an outsider is known again");
    Objects.requireNonNull(login, "an outsider has logged in somehow");
    Objects.requireNonNull(name, "an outsider without a name has an empty one");
    groups = GroupNames.of(groups);
  }
}
