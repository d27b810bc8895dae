package plenum.account.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.account.Account;
import plenum.account.AccountRefused;
import plenum.account.Accounts;
import plenum.account.LoginName;
import plenum.account.MemoryAccountStore;
import plenum.account.OutsideAccounts;
import plenum.identity.DisplayName;
import plenum.settings.LdapSettings;
import plenum.settings.LdapSettings.Nested;
import plenum.testing.TestCertificates;

class LdapPasswordsTest {

  @TempDir Path folder;

  private final Accounts accounts = new Accounts(new MemoryAccountStore(), Set.of("admins"));
  private DirectoryForTests directory;

  /** What differs from test to test. */
  private record Way(
      List<URI> servers,
      boolean startTls,
      Optional<Path> authority,
      Optional<String> userName,
      Optional<String> groupBase,
      Nested nested,
      String filter) {

    private static Way to(URI... servers) {
      return new Way(
          List.of(servers),
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.of(DirectoryForTests.GROUPS),
          Nested.NONE,
          "(uid={0})");
    }

    private Way trusting(Path file, boolean byStartTls) {
      return new Way(servers, byStartTls, Optional.of(file), userName, groupBase, nested, filter);
    }

    private Way bindingAs(String pattern) {
      return new Way(servers, startTls, authority, Optional.of(pattern), groupBase, nested, filter);
    }

    private Way nested(Nested how) {
      return new Way(servers, startTls, authority, userName, groupBase, how, filter);
    }

    private Way finding(String pattern) {
      return new Way(servers, startTls, authority, userName, groupBase, nested, pattern);
    }

    private Way byMemberOf() {
      return new Way(servers, startTls, authority, userName, Optional.empty(), nested, filter);
    }
  }

  @BeforeEach
  void start() throws Exception {
    directory = DirectoryForTests.plain();
  }

  @AfterEach
  void stop() {
    directory.close();
  }

  private LdapPasswords passwords(Way way) {
    LdapSettings settings =
        new LdapSettings(
            way.servers(),
            way.startTls(),
            way.authority(),
            way.userName(),
            DirectoryForTests.SEARCHER,
            "searching",
            DirectoryForTests.PEOPLE,
            way.filter(),
            "uid",
            "cn",
            "entryUUID",
            way.groupBase(),
            "(member={0})",
            way.nested(),
            false,
            Duration.ofMillis(500));
    return new LdapPasswords(
        settings, new OutsideAccounts(accounts, Clock.systemUTC()), System::nanoTime);
  }

  private LdapPasswords passwords() {
    return passwords(Way.to(directory.address("ldap")));
  }

  private static Optional<Account> tried(LdapPasswords passwords, String login, String password) {
    return passwords.account(new LoginName(login), password);
  }

  /** Groups are kept a line each, and those of administrators are known by their names. */
  @Test
  void takesNoGroupForTwo() throws Exception {
    String ada = directory.person("ada", "Ada Lovelace");
    String dn = "ou=odd," + DirectoryForTests.GROUPS;
    directory.server.add("dn: " + dn, "objectClass: groupOfNames", "ou: odd", "member: " + ada);
    directory.server.modify(dn, new Modification(ModificationType.ADD, "cn", "x\nadmins"));
    directory.group("staff", ada);
    assertEquals(Set.of("staff"), tried(passwords(), "ada", "ada!").orElseThrow().groups());
  }

  @Test
  void isOneAccountByWhicheverNameSomebodyIsFound() throws Exception {
    String ada = directory.person("ada", "Ada Lovelace");
    directory.server.modify(
        "dn: " + ada, "changetype: modify", "add: mail", "mail: a.lovelace@corp.example");
    LdapPasswords passwords =
        passwords(Way.to(directory.address("ldap")).finding("(|(uid={0})(mail={0}))"));

    Account byMail = tried(passwords, "a.lovelace@corp.example", "ada!").orElseThrow();
    assertEquals("ada", byMail.login().value());
    assertEquals(byMail, tried(passwords, "ada", "ada!").orElseThrow());
    directory.server.modify("dn: " + ada, "changetype: modify", "add: uid", "uid: countess");
    Account byOther = tried(passwords, "countess", "ada!").orElseThrow();
    assertEquals("countess", byOther.login().value(), "one of the entry's own");
    assertEquals(byMail.person(), byOther.person());
  }

  @Test
  void bindsOnceByANameThatWasTypedWithItsDomain() throws Exception {
    directory.close();
    List<String> bound = new ArrayList<>();
    directory =
        DirectoryForTests.watched(
            new InMemoryOperationInterceptor() {
              @Override
              public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest asked) {
                SimpleBindRequest request = asked.getRequest();
                bound.add(request.getBindDN());
                String dn =
                    request
                        .getBindDN()
                        .replace("ada@corp.example", "uid=ada," + DirectoryForTests.PEOPLE);
                asked.setRequest(new SimpleBindRequest(dn, request.getPassword().stringValue()));
              }
            });
    directory.person("ada", "Ada");
    Way way = Way.to(directory.address("ldap")).bindingAs("{0}@corp.example");

    Account typed = tried(passwords(way), "ada@Corp.example", "ada!").orElseThrow();
    assertEquals("ada", typed.login().value());
    assertEquals(typed, tried(passwords(way), "ada", "ada!").orElseThrow());
    assertEquals(List.of("ada@corp.example", "ada@corp.example"), bound);
  }

  @Test
  void findsAPersonAndBinds() throws Exception {
    String ada = directory.person("ada", "Ada Lovelace");
    directory.group("staff", ada);
    directory.group("others", "uid=nobody," + DirectoryForTests.PEOPLE);

    Account account = tried(passwords(), "ada", "ada!").orElseThrow();
    assertEquals("Ada Lovelace", account.name().value());
    assertEquals(Set.of("staff"), account.groups());
    assertEquals(Optional.of("ldap id-of-ada"), account.outside());
    assertEquals(Optional.empty(), tried(passwords(), "ada", "wrong"));
    assertEquals(Optional.empty(), tried(passwords(), "bob", "bob!"));
  }

  @Test
  void bindsAsThePersonAtOnce() throws Exception {
    directory.person("ada", "Ada Lovelace");
    directory.person("plus+sign", "Plus");
    Way way = Way.to(directory.address("ldap")).bindingAs("uid={0}," + DirectoryForTests.PEOPLE);

    assertEquals("Ada Lovelace", tried(passwords(way), "ada", "ada!").orElseThrow().name().value());
    assertEquals(Optional.empty(), tried(passwords(way), "ada", "wrong"));
    assertTrue(tried(passwords(way), "plus+sign", "plus+sign!").isPresent());
  }

  @Test
  void neverBindsWithAnEmptyPassword() throws Exception {
    directory.person("ada", "Ada");
    assertEquals(Optional.empty(), tried(passwords(), "ada", ""));
    Way way = Way.to(directory.address("ldap")).bindingAs("uid={0}," + DirectoryForTests.PEOPLE);
    assertEquals(Optional.empty(), tried(passwords(way), "ada", ""));
  }

  @Test
  void findsGroupsInGroups() throws Exception {
    String ada = directory.person("ada", "Ada");
    String team = directory.group("team", ada);
    String department = directory.group("department", team);
    directory.group("admins", department);
    directory.server.modify(
        team, new Modification(ModificationType.ADD, "member", department)); // In a circle.

    Way way = Way.to(directory.address("ldap"));
    assertEquals(Set.of("team"), tried(passwords(way), "ada", "ada!").orElseThrow().groups());
    Account deep = tried(passwords(way.nested(Nested.SEARCH)), "ada", "ada!").orElseThrow();
    assertEquals(Set.of("team", "department", "admins"), deep.groups());
    assertTrue(accounts.hasAdministrator(), "by the group");
  }

  @Test
  void asksActiveDirectoryForTheWholeChain() throws Exception {
    directory.close();
    List<String> filters = new ArrayList<>();
    directory =
        DirectoryForTests.watched(
            new InMemoryOperationInterceptor() {
              @Override
              public void processSearchRequest(InMemoryInterceptedSearchRequest request) {
                filters.add(request.getRequest().getFilter().toString());
              }
            });
    directory.person("ada", "Ada");
    tried(passwords(Way.to(directory.address("ldap")).nested(Nested.CHAIN)), "ada", "ada!");

    assertTrue(
        filters.contains(
            "(member:1.2.840.113556.1.4.1941:=uid=ada," + DirectoryForTests.PEOPLE + ")"),
        filters.toString());
  }

  @Test
  void readsTheGroupsThatAnEntryNames() throws Exception {
    String ada = directory.person("ada", "Ada");
    directory.server.modify(
        ada,
        new Modification(
            ModificationType.ADD, "memberOf", "CN=Team\\, one,OU=G,DC=corp", "cn=staff,dc=corp"));

    Way way = Way.to(directory.address("ldap")).byMemberOf();
    assertEquals(
        Set.of("Team, one", "staff"), tried(passwords(way), "ada", "ada!").orElseThrow().groups());
  }

  @Test
  void keepsTheAccountOfWhoIsRenamed() throws Exception {
    String dn = directory.person("ada", "Ada");
    Account before = tried(passwords(), "ada", "ada!").orElseThrow();
    directory.server.modify(
        dn,
        new Modification(ModificationType.REPLACE, "cn", "Ada King"),
        new Modification(ModificationType.ADD, "uid", "king"));
    Account after = tried(passwords(), "king", "ada!").orElseThrow();

    assertEquals(before.person(), after.person());
    assertEquals("Ada King", after.name().value());
    assertEquals("king", after.login().value());
  }

  @Test
  void tellsTwoPeopleOfOneNameApart() throws Exception {
    directory.person("ada", "Ada Lovelace");
    directory.person("ada2", "Ada Lovelace");
    directory.person("long", "x".repeat(60));
    directory.person("long2", "x".repeat(60));
    directory.person("hidden", "\u202E");

    assertEquals("Ada Lovelace", name("ada"));
    assertEquals("Ada Lovelace (ada2)", name("ada2"));
    assertEquals("Ada Lovelace", name("ada"), "again");
    assertEquals("x".repeat(40), name("long"));
    assertEquals("x".repeat(32) + " (long2)", name("long2"));
    assertEquals("hidden", name("hidden"));
  }

  private String name(String login) {
    return tried(passwords(), login, login + "!").orElseThrow().name().value();
  }

  @Test
  void leavesAccountsOfOursAlone() throws Exception {
    directory.person("ada", "Ada");
    accounts.add(
        Account.local(
            new LoginName("ada"), DisplayName.of("Our Ada"), Clock.systemUTC().instant()));
    assertEquals(
        "login-name-taken",
        assertThrows(AccountRefused.class, () -> tried(passwords(), "ada", "ada!")).code());
  }

  @Test
  void asksTheNextServerAndRemembersWhichIsAway() throws Exception {
    directory.person("ada", "Ada");
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      URI mute = URI.create("ldap://localhost:" + silent.getLocalPort());
      LdapPasswords passwords = passwords(Way.to(mute, directory.address("ldap")));

      assertTrue(tried(passwords, "ada", "ada!").isPresent());
      directory.server.shutDown(false);
      assertEquals(
          "login-busy",
          assertThrows(AccountRefused.class, () -> tried(passwords, "ada", "ada!")).code());
      silent.setSoTimeout(1);
      int asked = 0;
      while (isAsked(silent)) {
        asked++;
      }
      assertEquals(2, asked, "once at each login that nobody else could serve");
    }
  }

  private static boolean isAsked(ServerSocket silent) {
    try {
      silent.accept().close();
      return true;
    } catch (IOException nobody) {
      return false;
    }
  }

  @Test
  void speaksTlsWithWhomTheCompanyTrusts() throws Exception {
    TestCertificates certificate = TestCertificates.localhost("RSA");
    Path keys = certificate.pkcs12(folder.resolve("server.p12"), "changeit");
    Path trusted = Files.writeString(folder.resolve("ca.pem"), certificate.certificatePem());
    Path other =
        Files.writeString(
            folder.resolve("other.pem"), TestCertificates.localhost("RSA").certificatePem());
    for (boolean startTls : new boolean[] {false, true}) {
      try (DirectoryForTests safe = DirectoryForTests.safe(keys, "changeit", startTls)) {
        safe.person("ada", "Ada");
        Way way = Way.to(safe.address(startTls ? "ldap" : "ldaps"));
        assertTrue(
            tried(passwords(way.trusting(trusted, startTls)), "ada", "ada!").isPresent(),
            "StartTLS " + startTls);
        assertThrows(
            AccountRefused.class,
            () -> tried(passwords(way.trusting(other, startTls)), "ada", "ada!"),
            "another authority, StartTLS " + startTls);
      }
    }
  }
}
