package plenum.account;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import plenum.identity.VisibleText;

/**
 * Names of groups, as an administrator, a directory or a provider gives them. Each is one line of
 * text: groups are kept a line each, and one with a line break in its name would be two others
 * after the next start, perhaps one whose members are administrators.
 */
public final class GroupNames {

  /** Code points of one name at most. */
  public static final int LONGEST = 200;

  private GroupNames() {}

  /** Those that can be one; the others count for nothing. */
  public static Set<String> of(Collection<String> given) {
    return given.stream()
        .flatMap(name -> VisibleText.of(name, LONGEST).stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
