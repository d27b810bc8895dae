package plenum.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.identity.Role;

class AccountsTest {

  private final AccountScene scene = new AccountScene();

  private String refusal(Runnable act) {
    return assertThrows(AccountRefused.class, act::run).code();
  }

  @Test
  void haveNamesOfTheirOwn() {
    Account ada = scene.account("ada", "Ada Lovelace");
    Account bob = scene.account("bob", "Bob");

    assertEquals("login-name-taken", refusal(() -> scene.account("ADA", "Somebody")));
    assertEquals("account-name-taken", refusal(() -> scene.account("eve", "ADA  Lovelace")));
    assertEquals(
        "account-name-taken",
        refusal(
            () ->
                scene.accounts.change(
                    bob.person(), one -> one.named(DisplayName.of("ada lovelace")))));
    scene.accounts.change(ada.person(), one -> one.named(DisplayName.of("Ada")));
    assertEquals(Optional.empty(), scene.accounts.holder(DisplayName.of("Ada Lovelace")));
    assertEquals(Optional.of(ada.person()), scene.accounts.holder(DisplayName.of("ada")));
  }

  @Test
  void makeAdministratorsOfMembersOfAGroup() {
    Account ada = scene.account("ada", "Ada");
    assertEquals(Set.of(Role.USER), scene.accounts.standing(ada).roles());
    scene.accounts.change(ada.person(), one -> one.withGroups(Set.of("admins", "staff")));

    assertEquals(
        Set.of(Role.USER, Role.ADMINISTRATOR), scene.accounts.standing(ada.person()).roles());
    assertEquals(Set.of("admins", "staff"), scene.accounts.standing(ada.person()).groups());
    assertTrue(scene.accounts.hasAdministrator());
  }

  @Test
  void leaveNoSiteWithoutAnAdministrator() {
    Account ada = scene.administrator("ada", "Ada");
    Account bob = scene.account("bob", "Bob");

    assertEquals(
        "last-administrator",
        refusal(() -> scene.accounts.change(ada.person(), one -> one.blocked(true))));
    assertEquals(
        "last-administrator",
        refusal(() -> scene.accounts.change(ada.person(), one -> one.withRoles(Set.of()))));
    assertEquals("last-administrator", refusal(() -> scene.accounts.remove(ada.person())));
    scene.accounts.change(bob.person(), one -> one.withRoles(Set.of(Role.ADMINISTRATOR)));
    scene.accounts.remove(ada.person());
    assertEquals(Optional.empty(), scene.accounts.of(ada.person()));
  }

  @Test
  void areFoundByBothNames() {
    scene.account("lovelace", "Ada");
    scene.account("bob", "Bob Lovelace");
    scene.account("eve", "Eve");

    assertEquals(
        List.of("Ada", "Bob Lovelace"),
        scene.accounts.found("LOVE").stream().map(one -> one.name().value()).toList());
    assertEquals(3, scene.accounts.found("").size());
  }

  @Test
  void areFoundQuicklyByNamesAndTheBeginningOfIds() {
    Account ada = scene.account("ada", "Ada Lovelace");
    Account bob = scene.account("love", "Bob");
    assertEquals(Set.of(ada, bob), Set.copyOf(scene.accounts.some("LOVE", 5)));
    assertEquals(1, scene.accounts.some("LOVE", 1).size());
    String id = ada.person().value();
    assertEquals(List.of(ada), scene.accounts.some(id.substring(0, 6), 5));
    assertEquals(List.of(ada), scene.accounts.some(id, 5));
    assertEquals(List.of(), scene.accounts.some("nobody at all", 5));
  }

  @Test
  void outliveARestart() {
    Account ada = scene.account("ada", "Ada");

    assertEquals(Optional.of(ada), new Accounts(scene.store, Set.of()).of(new LoginName("ada")));
  }

  @Test
  void areNotChangedWhenTheyCannotBeKept() {
    Account ada = scene.account("ada", "Ada");
    Accounts failing =
        new Accounts(
            new AccountStore() {
              @Override
              public List<Account> all() {
                return List.of(ada);
              }

              @Override
              public void put(Account account) {
                throw AccountRefused.unavailable();
              }

              @Override
              public void remove(plenum.identity.PersonId person) {
                throw AccountRefused.unavailable();
              }
            },
            Set.of());

    assertEquals(
        "accounts-unavailable",
        refusal(() -> failing.change(ada.person(), one -> one.blocked(true))));
    assertEquals("accounts-unavailable", refusal(() -> failing.remove(ada.person())));
    assertEquals(Optional.of(ada), failing.of(ada.person()));
  }

  @Test
  void tellWhoseAccountIsOtherwiseNow() {
    List<PersonId> changed = new ArrayList<>();
    Account ada = scene.administrator("ada", "Ada");
    Account bob = scene.account("bob", "Bob");
    scene.accounts.watch(changed::add);

    scene.accounts.change(bob.person(), one -> one.blocked(true));
    scene.accounts.change(bob.person(), one -> one.blocked(true));
    refusal(() -> scene.accounts.change(ada.person(), one -> one.blocked(true)));
    scene.accounts.remove(bob.person());
    assertEquals(List.of(bob.person(), bob.person()), changed);
  }
}
