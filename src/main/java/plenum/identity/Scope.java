package plenum.identity;

import java.util.Locale;

/** What a program may do that acts for somebody: of what that one may do, these parts. */
public enum Scope {
  /** See what administration's pages show. */
  READ,
  /** Act in meetings and on media nodes: mute, stop, remove, close, end. */
  ACT,
  /** Change accounts, end logins, revoke guest links. */
  PEOPLE,
  /** Change settings while the site runs. */
  SETTINGS;

  /** As programs and pages name it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
