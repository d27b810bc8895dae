package plenum.database.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plenum.account.Account;
import plenum.account.AccountRefused;
import plenum.account.Login;
import plenum.account.LoginName;
import plenum.account.OneTimeLink;
import plenum.account.PasswordHash;
import plenum.database.WithDatabase;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.identity.Role;

class JpaAccountStoreTest extends WithDatabase {

  private static final Instant NOW = Instant.parse("2026-10-25T00:30:05Z");

  private JpaAccountStore accounts;
  private JpaLoginStore logins;

  @Override
  protected void opened() {
    accounts = new JpaAccountStore(database);
    logins = new JpaLoginStore(database, queue);
  }

  private static Account account(String login) {
    return Account.local(
        new LoginName(login), DisplayName.of("Ada \uD83D\uDE80 '\"\\ " + login), NOW);
  }

  private static Login login(String id, Instant seen) {
    PersonId person = new PersonId("p".repeat(22));
    return new Login(id, "ab".repeat(32), person, NOW, seen, "2001:db8::5", "Mozilla/5.0 'x'");
  }

  @Test
  void keepsEverythingOfAnAccount() {
    Account plain = account("plain");
    Set<String> many =
        IntStream.range(0, 400)
            .mapToObj(number -> "CN=Gruppe Öst " + number + ",OU=Groups,DC=corp,DC=example")
            .collect(Collectors.toCollection(TreeSet::new));
    Account full =
        new Account(
            PersonId.fresh(),
            new LoginName("full"),
            DisplayName.of("Full"),
            Optional.of(new PasswordHash("$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA")),
            Optional.of(new OneTimeLink("cd".repeat(32), NOW.plusSeconds(3600))),
            many,
            Set.of(Role.ADMINISTRATOR),
            true,
            Optional.of("ldap 5f3c"),
            NOW);
    accounts.put(plain);
    accounts.put(full);
    restart();

    assertEquals(Set.of(plain, full), Set.copyOf(accounts.all()));
  }

  @Test
  void keepsWhatWasPutLast() {
    Account account = account("ada");
    accounts.put(account.withPassword(new PasswordHash("$x")).withGroups(Set.of("a", "b")));
    accounts.put(account);
    Account gone = account("gone");
    accounts.put(gone);
    accounts.remove(gone.person());
    accounts.remove(gone.person());
    restart();

    assertEquals(List.of(account), accounts.all());
  }

  @Test
  void keepsNoLoginNameTwice() {
    accounts.put(account("ada"));
    assertThrows(RuntimeException.class, () -> accounts.put(account("ada")));
    assertEquals(1, accounts.all().size());
  }

  @Test
  void saysSoWhenTheDatabaseIsAway() {
    database.close();
    assertEquals(
        "accounts-unavailable",
        assertThrows(AccountRefused.class, () -> accounts.put(account("ada"))).code());
    database = fresh.open();
  }

  @Test
  void keepsLogins() {
    logins.put(login("first", NOW));
    logins.put(login("second", NOW));
    logins.put(login("first", NOW.plusSeconds(60)));
    logins.remove("second");
    logins.remove("never there");
    flush();
    restart();

    assertEquals(List.of(login("first", NOW.plusSeconds(60))), logins.all());
  }
}
