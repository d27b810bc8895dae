package plenum.settings;

import java.time.Duration;
import java.util.Set;

/**
 * Who may come in, and for how long.
 *
 * @param mode where accounts are ({@code plenum.identity.mode})
 * @param guests whether people without an account may come in ({@code plenum.identity.guests});
 *     with {@link Mode#GUEST} always
 * @param administrators groups whose members are administrators ({@code
 *     plenum.identity.administrators})
 * @param idle how long a login lasts after it was last used ({@code plenum.login.idle})
 * @param longest how long a login lasts at most ({@code plenum.login.longest})
 * @param perPerson logins of one person at a time ({@code plenum.login.per-person})
 */
public record AccountSettings(
    Mode mode,
    boolean guests,
    Set<String> administrators,
    Duration idle,
    Duration longest,
    int perPerson) {

  /** Where accounts are. */
  public enum Mode {
    /** There are none. */
    GUEST,
    /** In Plenum's own store, with passwords. */
    LOCAL,
    /** In a company's directory, which checks the passwords. */
    LDAP,
    /** At a provider (OpenID Connect), where people log in. */
    OIDC
  }

  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration YEAR = Duration.ofDays(366);

  public AccountSettings {
    administrators = Set.copyOf(administrators);
  }

  static AccountSettings from(SettingsSource source) {
    Mode mode = source.choice("plenum.identity.mode", Mode.class);
    SettingsSource changing = source.changing(Effect.AT_ONCE);
    boolean guests = source.changing(Effect.NEXT_CONNECTION).flag("plenum.identity.guests");
    return new AccountSettings(
        mode,
        guests || mode == Mode.GUEST,
        Set.copyOf(source.list("plenum.identity.administrators")),
        changing.duration("plenum.login.idle", SHORTEST, YEAR),
        changing.duration("plenum.login.longest", SHORTEST, YEAR),
        changing.number("plenum.login.per-person", 1, 1000));
  }

  /** Whether anybody has an account here. */
  public boolean hasAccounts() {
    return mode != Mode.GUEST;
  }

  /**
   * @throws InvalidSetting when a provider is to be asked, and there is none
   */
  void requireProvider(OidcSettings oidc) {
    if (mode == Mode.OIDC && oidc.issuer().isEmpty()) {
      throw new InvalidSetting("plenum.oidc.issuer", "", "given, as plenum.identity.mode is oidc");
    }
    if (mode == Mode.OIDC && oidc.client().isEmpty()) {
      throw new InvalidSetting(
          "plenum.oidc.client-id", "", "given, as plenum.identity.mode is oidc");
    }
  }

  /**
   * @throws InvalidSetting when a directory is to be asked, and there is none
   */
  void requireServers(LdapSettings ldap) {
    if (mode == Mode.LDAP && ldap.servers().isEmpty()) {
      throw new InvalidSetting("plenum.ldap.servers", "", "given, as plenum.identity.mode is ldap");
    }
  }
}
