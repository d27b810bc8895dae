package plenum.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.account.AccountScene.PASSWORD;
import static plenum.account.AccountScene.caller;
import static plenum.account.AccountScene.code;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import plenum.account.LoginDesk.Admitted;
import plenum.audit.AuditEntry;

class LoginDeskTest {

  private static final Caller HERE = caller("192.0.2.1");

  private final AccountScene scene = new AccountScene();
  private final Account ada = scene.account("ada", "Ada Lovelace");

  private String tried(String name, String password, Caller from) {
    return code(scene.desk.login(name, password, from));
  }

  private void fail(int times, Caller from) {
    for (int i = 0; i < times; i++) {
      assertEquals("login-failed", tried("ada", "wrong", from));
    }
  }

  @Test
  void letsIn() {
    Admitted admitted = scene.desk.login(" ADA ", PASSWORD, HERE).join();

    assertEquals(
        ada.person(),
        scene.logins.by(admitted.begun().token(), HERE.address()).orElseThrow().account().person());
  }

  @Test
  void answersUnknownAccountsAsWrongPasswords() {
    assertEquals("login-failed", tried("ada", "wrong", HERE));
    assertEquals("login-failed", tried("bob", PASSWORD, HERE));
    assertEquals("login-failed", tried("nobody is\ncalled so", PASSWORD, HERE));
  }

  @Test
  void tellsOnlyWhoKnowsThePasswordThatTheAccountIsBlocked() {
    scene.accounts.change(ada.person(), one -> one.blocked(true));

    assertEquals("login-failed", tried("ada", "wrong", HERE));
    assertEquals("account-blocked", tried("ada", PASSWORD, HERE));
  }

  @Test
  void slowsWhoGuessesDownAndLetsInAfterwards() {
    fail(5, HERE);
    assertEquals("login-slowed", tried("ada", PASSWORD, HERE), "after five failures");

    scene.clock.pass(Duration.ofSeconds(2));
    assertEquals("", tried("ada", PASSWORD, HERE));
    assertEquals("login-failed", tried("ada", "wrong", HERE), "counted anew");
  }

  @Test
  void slowsUnknownAccountsDownAsKnownOnes() {
    for (int i = 0; i < 5; i++) {
      assertEquals("login-failed", tried("bob", "wrong", HERE));
    }
    assertEquals("login-slowed", tried("bob", "wrong", HERE));
  }

  @Test
  void countsNoFailureWhileNobodyCouldLook() {
    CountDownLatch go = new CountDownLatch(1);
    CompletableFuture<?> last = new CompletableFuture<>();
    while (!last.isCompletedExceptionally()) {
      last = scene.hashing.later(() -> waited(go));
    }
    for (int i = 0; i < 60; i++) {
      assertEquals("login-busy", tried("ada", PASSWORD, HERE));
    }
    go.countDown();
    String later = "login-busy";
    while (later.equals("login-busy")) {
      later = tried("ada", PASSWORD, HERE);
    }
    assertEquals("", later, "not slowed");
  }

  private static boolean waited(CountDownLatch go) {
    try {
      return go.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  @Test
  void letsNobodyLockTheOwnerOut() {
    fail(5, HERE);

    assertEquals("", tried("ada", PASSWORD, caller("192.0.2.2")), "from elsewhere");
  }

  @Test
  void knowsABrowserThatWasLetInBefore() {
    String device = scene.desk.login("ada", PASSWORD, HERE).join().device();
    fail(5, HERE);
    assertEquals("login-slowed", tried("ada", PASSWORD, HERE));

    assertEquals("", tried("ada", PASSWORD, caller("192.0.2.1", Optional.of(device))));
    scene.account("bob", "Bob");
    for (int i = 0; i < 6; i++) {
      tried("bob", "wrong", caller("192.0.2.1", Optional.of(device)));
    }
    assertEquals(
        "login-slowed",
        tried("bob", PASSWORD, caller("192.0.2.1", Optional.of(device))),
        "it is known for one account only");
  }

  @Test
  void changesThePasswordAndEndsOtherLogins() {
    Admitted here = scene.desk.login("ada", PASSWORD, HERE).join();
    Admitted there = scene.desk.login("ada", PASSWORD, HERE).join();
    String own = here.begun().login().id();

    assertEquals(
        "login-failed",
        code(scene.desk.change(ada.person(), own, "wrong", "another long one", HERE)));
    assertEquals(
        "password-weak", code(scene.desk.change(ada.person(), own, PASSWORD, "short", HERE)));
    assertEquals(
        "", code(scene.desk.change(ada.person(), own, PASSWORD, "another long one", HERE)));

    assertTrue(scene.logins.by(here.begun().token(), HERE.address()).isPresent());
    assertFalse(scene.logins.by(there.begun().token(), HERE.address()).isPresent());
    assertEquals("login-failed", tried("ada", PASSWORD, HERE));
    assertEquals("", tried("ada", "another long one", HERE));
    assertTrue(
        scene.trail.stream()
            .map(LoginDeskTest::told)
            .anyMatch("end-logins DONE 1 by a new password"::equals));
  }

  @Test
  void letsNobodyInByWhatHasChangedWhileItWasLookedAt() {
    PasswordCheck kept = new KeptPasswords(scene.accounts, scene.hashing);
    for (UnaryOperator<Account> change :
        List.<UnaryOperator<Account>>of(
            one -> one.withPassword(scene.hashing.hash("another horse battery")),
            one -> one.blocked(true))) {
      LoginDesk desk =
          scene.desk(
              (login, password) -> {
                Optional<Account> proved = kept.account(login, password);
                scene.accounts.change(ada.person(), change);
                scene.logins.endAll(ada.person());
                return proved;
              });
      assertEquals("login-failed", code(desk.login("ada", PASSWORD, HERE)));
      assertEquals(List.of(), scene.logins.of(ada.person()));
      scene.accounts.change(ada.person(), one -> ada);
    }
  }

  /** Such as an administrator's reset of a stolen password. */
  @Test
  void changesNoPasswordThatWasChangedWhileItWasLookedAt() {
    PasswordCheck kept = new KeptPasswords(scene.accounts, scene.hashing);
    PasswordHash reset = scene.hashing.hash("another horse battery");
    LoginDesk desk =
        scene.desk(
            (login, password) -> {
              Optional<Account> proved = kept.account(login, password);
              scene.accounts.change(ada.person(), one -> one.withPassword(reset));
              return proved;
            });

    assertEquals(
        "login-failed",
        code(desk.change(ada.person(), "none", PASSWORD, "the thief's long one", HERE)));
    assertEquals(Optional.of(reset), scene.accounts.of(ada.person()).orElseThrow().password());
  }

  @Test
  void putsEverythingDown() {
    String login = scene.desk.login("ada", PASSWORD, HERE).join().begun().login().id();
    scene.desk.logout(ada.person(), login, HERE.address());
    fail(5, HERE);
    tried("ada", PASSWORD, HERE);

    List<AuditEntry> trail = scene.trail;
    assertEquals(
        List.of("login DONE ", "logout DONE ", "login REFUSED login-failed"),
        trail.stream().limit(3).map(LoginDeskTest::told).toList());
    assertEquals("login REFUSED login-slowed", told(trail.get(trail.size() - 1)));
    assertTrue(trail.stream().noneMatch(entry -> entry.toString().contains("wrong")));
  }

  private static String told(AuditEntry entry) {
    return entry.act() + " " + entry.outcome() + " " + entry.detail();
  }
}
