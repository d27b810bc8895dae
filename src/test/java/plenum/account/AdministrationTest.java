package plenum.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import plenum.account.token.TokenRefused;
import plenum.audit.AuditEntry;
import plenum.identity.Actor;
import plenum.identity.Grant;
import plenum.identity.PersonId;
import plenum.identity.Role;
import plenum.identity.Scope;
import plenum.testing.Actors;

class AdministrationTest {

  private final AccountScene scene = new AccountScene();
  private final Administration administration =
      new Administration(
          scene.accounts,
          scene.logins,
          actor -> actor.roles().contains(Role.ADMINISTRATOR),
          scene.journal,
          scene.clock,
          gone -> {});
  private final Actor grace = scene.actor(scene.administrator("grace", "Grace"));
  private final Account ada = scene.account("ada", "Ada");

  private String loggedIn() {
    return scene.logins.begin(ada, Actors.HERE, "Firefox").login().id();
  }

  private List<String> acts() {
    return scene.trail.stream().map(AuditEntry::act).toList();
  }

  @Test
  void endsOneLoginOfSomebody() {
    String one = loggedIn();
    String other = loggedIn();
    administration.signOut(grace, ada.person(), one);
    assertEquals(List.of(other), scene.logins.of(ada.person()).stream().map(Login::id).toList());
    assertEquals(List.of("end-logins"), acts());
    assertEquals("Grace", scene.trail.get(0).name());
    assertEquals("ada", scene.trail.get(0).object());
    assertThrows(AccountRefused.class, () -> administration.signOut(grace, ada.person(), one));
  }

  @Test
  void signsSomebodyOutEverywhere() {
    loggedIn();
    loggedIn();
    assertEquals(2, administration.signOut(grace, ada.person()));
    assertEquals(List.of(), scene.logins.of(ada.person()));
    assertEquals(2, scene.ended.size());
    assertEquals(List.of("end-logins"), acts());
  }

  @Test
  void letsAdministratorsAloneDoSo() {
    String login = loggedIn();
    Actor herself = scene.actor(ada);
    assertThrows(AccountRefused.class, () -> administration.signOut(herself, ada.person()));
    assertThrows(AccountRefused.class, () -> administration.signOut(herself, ada.person(), login));
    assertEquals(1, scene.logins.of(ada.person()).size());
  }

  private static Administration.Change administrator(boolean is) {
    return new Administration.Change(
        Optional.empty(), Optional.empty(), Optional.of(is), Optional.empty());
  }

  /** Else a token that is stolen would be worth an account, which outlives it. */
  @Test
  void letsNoProgramDecideWhoLooksAfterTheSite() {
    Actor program = grace.by(new Grant("token", "back-up", Set.of(Scope.PEOPLE)));
    PersonId other = scene.administrator("hopper", "Hopper").person();

    assertPersonsOnly(() -> administration.change(program, ada.person(), administrator(true)));
    assertPersonsOnly(() -> administration.change(program, other, administrator(false)));
    assertPersonsOnly(() -> administration.reset(program, other));
    assertPersonsOnly(() -> administration.remove(program, other));
    assertFalse(looksAfterSite(ada));
    administration.reset(program, ada.person());
    administration.change(grace, ada.person(), administrator(true));
    assertTrue(looksAfterSite(ada));
  }

  private boolean looksAfterSite(Account account) {
    return scene.accounts.standing(account.person()).roles().contains(Role.ADMINISTRATOR);
  }

  private static void assertPersonsOnly(Executable act) {
    assertEquals("persons-only", assertThrows(TokenRefused.class, act).code());
  }
}
