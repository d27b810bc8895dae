package plenum.account.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.account.Account;
import plenum.account.Accounts;
import plenum.account.LoginName;
import plenum.account.MemoryAccountStore;
import plenum.account.OutsideAccounts;
import plenum.settings.LdapSettings;
import plenum.settings.LdapSettings.Nested;

/** A directory of which a branch is on another server (RFC 4511, section 4.1.10). */
class ReferralsTest {

  private static final String BRANCH = "ou=branch," + DirectoryForTests.PEOPLE;

  /** Who sent a password to the other server. */
  private final List<String> binds = new CopyOnWriteArrayList<>();

  private final Accounts accounts = new Accounts(new MemoryAccountStore(), Set.of());
  private DirectoryForTests here;
  private DirectoryForTests there;

  @BeforeEach
  void start() throws LDAPException, LDIFException {
    here = DirectoryForTests.plain();
    there =
        DirectoryForTests.watched(
            new InMemoryOperationInterceptor() {
              @Override
              public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest bind) {
                binds.add(bind.getRequest().getBindDN());
              }
            });
    here.person("ada", "Ada");
    there.server.add("dn: " + BRANCH, "objectClass: organizationalUnit", "ou: branch");
    there.server.add(
        "dn: uid=eve," + BRANCH,
        "objectClass: inetOrgPerson",
        "uid: eve",
        "cn: Eve",
        "entryUUID: id-of-eve",
        "userPassword: eve!");
  }

  @AfterEach
  void stop() {
    here.close();
    there.close();
  }

  private void refer(String host) throws LDAPException, LDIFException {
    here.server.add(
        "dn: " + BRANCH,
        "objectClass: referral",
        "objectClass: extensibleObject",
        "ou: branch",
        "ref: ldap://%s:%d/%s".formatted(host, there.address("ldap").getPort(), BRANCH));
  }

  private Optional<String> name(boolean referrals, String login, String password) {
    LdapSettings settings =
        new LdapSettings(
            List.of(here.address("ldap")),
            false,
            Optional.empty(),
            Optional.empty(),
            DirectoryForTests.SEARCHER,
            "searching",
            DirectoryForTests.PEOPLE,
            "(uid={0})",
            "uid",
            "cn",
            "entryUUID",
            Optional.empty(),
            "(member={0})",
            Nested.NONE,
            referrals,
            Duration.ofSeconds(5));
    return new LdapPasswords(
            settings, new OutsideAccounts(accounts, Clock.systemUTC()), System::nanoTime)
        .account(new LoginName(login), password)
        .map(Account::name)
        .map(Object::toString);
  }

  @Test
  void areFollowedWhereTheSettingSaysSo() throws Exception {
    refer("localhost");
    assertEquals(Optional.of("Eve"), name(true, "eve", "eve!"));
    assertEquals(Optional.empty(), name(true, "eve", "wrong"));
    assertEquals(Optional.of("Ada"), name(true, "ada", "ada!"));
  }

  @Test
  void areNotFollowedOtherwise() throws Exception {
    refer("localhost");
    assertEquals(Optional.empty(), name(false, "eve", "eve!"));
    assertEquals(Optional.of("Ada"), name(false, "ada", "ada!"));
  }

  @Test
  void takeNoPasswordToAServerWhereItWouldGoAsItIs() throws Exception {
    refer("127.0.0.1");
    assertEquals(Optional.empty(), name(true, "eve", "eve!"), "another name than the setting's");
    assertEquals(List.of(), binds, "that of who searches neither");
    assertEquals(Optional.of("Ada"), name(true, "ada", "ada!"), "the rest is found");
  }

  @Test
  void letNobodyInOfWhomThereAreTwo() throws Exception {
    refer("localhost");
    there.server.add(
        "dn: uid=ada," + BRANCH,
        "objectClass: inetOrgPerson",
        "uid: ada",
        "cn: Another Ada",
        "entryUUID: another",
        "userPassword: ada!");
    assertEquals(Optional.of("Ada"), name(false, "ada", "ada!"));
    assertEquals(Optional.empty(), name(true, "ada", "ada!"), "nobody knows which it is");
  }
}
