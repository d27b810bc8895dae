package plenum.account.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.account.Account;
import plenum.account.AccountRefused;
import plenum.account.Accounts;
import plenum.account.LoginName;
import plenum.account.MemoryAccountStore;
import plenum.account.OutsideAccounts;
import plenum.settings.LdapSettings;
import plenum.settings.LdapSettings.Nested;
import plenum.testing.TestCertificates;

/** The same as with the directory in memory, with a server that others made. */
class SlapdTest {

  private static final String ADA = "uid=ada," + DirectoryForTests.PEOPLE;
  private static final String TEAM = "cn=team," + DirectoryForTests.GROUPS;

  @TempDir Path folder;

  private final Accounts accounts = new Accounts(new MemoryAccountStore(), Set.of());

  private Optional<Account> tried(
      URI server, Path authority, Optional<String> userName, String password) {
    LdapSettings settings =
        new LdapSettings(
            List.of(server),
            true,
            Optional.of(authority),
            userName,
            DirectoryForTests.SEARCHER,
            "searching",
            DirectoryForTests.PEOPLE,
            "(uid={0})",
            "uid",
            "cn",
            "entryUUID",
            Optional.of(DirectoryForTests.GROUPS),
            "(member={0})",
            Nested.SEARCH,
            false,
            Duration.ofSeconds(10));
    return new LdapPasswords(
            settings, new OutsideAccounts(accounts, Clock.systemUTC()), System::nanoTime)
        .account(new LoginName("ada"), password);
  }

  private static List<String[]> entries() {
    return List.of(
        lines("dn: " + DirectoryForTests.ROOT, "objectClass: domain", "dc: corp"),
        lines("dn: " + DirectoryForTests.PEOPLE, "objectClass: organizationalUnit", "ou: people"),
        lines("dn: " + DirectoryForTests.GROUPS, "objectClass: organizationalUnit", "ou: groups"),
        lines(
            "dn: " + ADA,
            "objectClass: inetOrgPerson",
            "uid: ada",
            "cn: Ada Lovelace",
            "sn: Lovelace",
            "userPassword: ada!"),
        lines("dn: " + TEAM, "objectClass: groupOfNames", "cn: team", "member: " + ADA),
        lines(
            "dn: cn=staff," + DirectoryForTests.GROUPS,
            "objectClass: groupOfNames",
            "cn: staff",
            "member: " + TEAM));
  }

  private static String[] lines(String... lines) {
    return lines;
  }

  @Test
  void checksPasswordsByStartTls() throws Exception {
    String missing = "There is no slapd here; src/build/slapd.sh says why.";
    if (Slapd.root().isEmpty()) {
      System.out.println("Skipped: " + missing);
    }
    assumeTrue(Slapd.root().isPresent(), missing);
    TestCertificates certificate = TestCertificates.localhost("RSA");
    Path authority = Files.writeString(folder.resolve("ca.pem"), certificate.certificatePem());
    Path other =
        Files.writeString(
            folder.resolve("other.pem"), TestCertificates.localhost("RSA").certificatePem());
    try (Slapd slapd = new Slapd(folder, certificate)) {
      slapd.add(entries());
      URI server = slapd.address();

      Account ada = tried(server, authority, Optional.empty(), "ada!").orElseThrow();
      assertEquals("Ada Lovelace", ada.name().value());
      assertEquals(Set.of("team", "staff"), ada.groups());
      assertTrue(ada.outside().orElseThrow().matches("ldap [0-9a-f-]{36}"), "by entryUUID");
      assertEquals(Optional.empty(), tried(server, authority, Optional.empty(), "wrong"));
      assertEquals(Optional.empty(), tried(server, authority, Optional.empty(), ""));
      Optional<String> asThePerson = Optional.of("uid={0}," + DirectoryForTests.PEOPLE);
      assertEquals(
          ada.person(), tried(server, authority, asThePerson, "ada!").orElseThrow().person());
      assertThrows(
          AccountRefused.class,
          () -> tried(server, other, Optional.empty(), "ada!"),
          "of another authority");
    }
  }
}
