package plenum.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The directory of a company, with {@code plenum.identity.mode=ldap}. In patterns {@code {0}} is
 * what the comment of each says.
 *
 * @param servers tried in this order ({@code plenum.ldap.servers}); {@code ldap} or {@code ldaps}
 * @param startTls whether plain connections are made safe before anything is said ({@code
 *     plenum.ldap.start-tls})
 * @param authority a file with certificates of authorities to be trusted, PEM ({@code
 *     plenum.ldap.ca-file}); empty: those that Java trusts
 * @param userName what a person binds as, with the login name for {@code {0}} ({@code
 *     plenum.ldap.user-name}); empty: a person's entry is searched first
 * @param searcher who searches ({@code plenum.ldap.bind-dn}); empty: anonymously
 * @param password that one's ({@code plenum.ldap.bind-password}, or a file with it)
 * @param base where people are ({@code plenum.ldap.base})
 * @param filter by which a person is found, with the login name for {@code {0}} ({@code
 *     plenum.ldap.filter})
 * @param loginAttribute what a person logs in by, whatever else the filter finds that one by
 *     ({@code plenum.ldap.login-attribute})
 * @param nameAttribute how people are called ({@code plenum.ldap.name-attribute})
 * @param idAttribute by what an entry is known again that was renamed ({@code
 *     plenum.ldap.id-attribute})
 * @param groupBase where groups are ({@code plenum.ldap.group-base}); empty: those that the
 *     person's {@code memberOf} names
 * @param groupFilter by which those of a member are found, whose DN is {@code {0}} ({@code
 *     plenum.ldap.group-filter})
 * @param nested groups in groups ({@code plenum.ldap.nested-groups})
 * @param referrals whether other servers are asked to which one refers ({@code
 *     plenum.ldap.referrals})
 * @param patience for a connection, and for each answer ({@code plenum.ldap.time-out})
 */
public record LdapSettings(
    List<URI> servers,
    boolean startTls,
    Optional<Path> authority,
    Optional<String> userName,
    String searcher,
    String password,
    String base,
    String filter,
    String loginAttribute,
    String nameAttribute,
    String idAttribute,
    Optional<String> groupBase,
    String groupFilter,
    Nested nested,
    boolean referrals,
    Duration patience) {

  /** How groups are found that have a group as a member. */
  public enum Nested {
    /** They are not. */
    NONE,
    /** By searches, group by group. */
    SEARCH,
    /** By Active Directory itself. */
    CHAIN
  }

  private static final Set<String> SCHEMES = Set.of("ldap", "ldaps");
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  public LdapSettings {
    servers = List.copyOf(servers);
  }

  /** Read in any mode, so that a wrong one is told at once. */
  static LdapSettings from(SettingsSource source) {
    boolean startTls = source.flag("plenum.ldap.start-tls");
    boolean plain = source.flag("plenum.ldap.allow-plain");
    List<URI> servers =
        source.list("plenum.ldap.servers").stream()
            .map(server -> server(server, startTls || plain))
            .toList();
    return new LdapSettings(
        servers,
        startTls,
        source.file("plenum.ldap.ca-file"),
        source.text("plenum.ldap.user-name").map(text -> pattern("plenum.ldap.user-name", text)),
        source.text("plenum.ldap.bind-dn").orElse(""),
        password(source),
        source.text("plenum.ldap.base").orElse(""),
        pattern("plenum.ldap.filter", source.requiredText("plenum.ldap.filter")),
        source.requiredText("plenum.ldap.login-attribute"),
        source.requiredText("plenum.ldap.name-attribute"),
        source.requiredText("plenum.ldap.id-attribute"),
        source.text("plenum.ldap.group-base"),
        pattern("plenum.ldap.group-filter", source.requiredText("plenum.ldap.group-filter")),
        source.choice("plenum.ldap.nested-groups", Nested.class),
        source.flag("plenum.ldap.referrals"),
        source.duration("plenum.ldap.time-out", Duration.ofMillis(100), Duration.ofMinutes(1)));
  }

  private static URI server(String text, boolean mayBePlain) {
    try {
      URI server = URI.create(text);
      boolean usable =
          SCHEMES.contains(String.valueOf(server.getScheme())) && server.getHost() != null;
      if (usable && isSafe(server, mayBePlain)) {
        return server;
      }
    } catch (IllegalArgumentException malformed) {
      // Told below.
    }
    throw new InvalidSetting(
        "plenum.ldap.servers",
        text,
        "a list such as ldaps://dc1.corp.example; ldap:// needs plenum.ldap.start-tls=true, since"
            + " passwords would go over the network as they are");
  }

  private static boolean isSafe(URI server, boolean mayBePlain) {
    return server.getScheme().equals("ldaps") || mayBePlain || HERE.contains(server.getHost());
  }

  private static String pattern(String name, String text) {
    if (text.contains("{0}")) {
      return text;
    }
    throw new InvalidSetting(name, text, "a pattern with {0} in it");
  }

  private static String password(SettingsSource source) {
    return source
        .secret("plenum.ldap.bind-password")
        .or(() -> source.fileContent("plenum.ldap.bind-password-file"))
        .orElse("");
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "LdapSettings[servers=" + servers + "]";
  }
}
