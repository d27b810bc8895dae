package plenum.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a program may do that acts for somebody: of what that one may do, these parts. */
public enum Scope {
  /** See what administration's pages show. */
  READ,
  /** Act in meetings and on media nodes: mute, stop, remove, close, end. */
  ACT,
  /** Change accounts, end logins, revoke guest links. */
  PEOPLE,
  /** Change settings while the site runs. */
  SETTINGS,
  /**
   * Make, change and remove webhooks: tell other servers what happens, for as long as they stay.
   */
  WEBHOOKS;

  /** As programs and pages name it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The scope of that word; empty for one that only another Plenum knows. */
  public static Optional<Scope> of(String word) {
    return Stream.of(values()).filter(scope -> scope.word().equals(word)).findFirst();
  }
}
