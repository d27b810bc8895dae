package plenum.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.account.AccountScene.PASSWORD;
import static plenum.account.AccountScene.code;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.account.LoginDesk.Admitted;
import plenum.audit.AuditEntry;
import plenum.identity.Actor;
import plenum.identity.DisplayName;
import plenum.identity.Role;
import plenum.store.DataDirectory;

class WelcomeDeskTest {

  private static final Caller HERE = AccountScene.caller("192.0.2.1");

  @TempDir Path folder;

  private final AccountScene scene = new AccountScene();
  private final Account admin = scene.administrator("root", "Root");
  private final Actor actor = scene.actor(admin);
  private AdministratorLink links;
  private WelcomeDesk welcome;
  private Administration administration;
  private final List<AccountRemoved> removed = new ArrayList<>();

  @BeforeEach
  void begin() {
    links =
        new AdministratorLink(new DataDirectory(folder).file("administrator-link"), scene.clock);
    welcome =
        new WelcomeDesk(
            scene.accounts,
            scene.logins,
            scene.desk,
            scene.hashing,
            links,
            scene.journal,
            scene.clock);
    administration =
        new Administration(
            scene.accounts,
            scene.logins,
            one -> one.roles().contains(Role.ADMINISTRATOR),
            scene.journal,
            scene.clock,
            removed::add);
  }

  private String use(String link, String password) {
    return code(welcome.use(link, Optional.empty(), password, HERE));
  }

  @Test
  void makesAnAdministratorOnce() throws Exception {
    String link = links.make(new LoginName("ada"));
    assertEquals("ada", welcome.look(link).login().value());
    assertFalse(
        Files.readString(folder.resolve("administrator-link")).contains(link.substring(15)));

    assertEquals("password-weak", use(link, "too short"));
    Admitted admitted =
        welcome.use(link, Optional.of(DisplayName.of("Ada Lovelace")), PASSWORD, HERE).join();

    assertTrue(scene.accounts.standing(admitted.account()).roles().contains(Role.ADMINISTRATOR));
    assertEquals("Ada Lovelace", admitted.account().name().value());
    assertEquals("", code(scene.desk.login("ada", PASSWORD, HERE)));
    assertEquals("link-invalid", use(link, PASSWORD));
  }

  @Test
  void makesAnAdministratorOfAnAccountThatIsThere() {
    Account bob = scene.account("bob", "Bob");
    scene.accounts.change(bob.person(), one -> one.blocked(true));

    assertEquals("", use(links.make(new LoginName("bob")), "another long password"));

    assertTrue(scene.accounts.standing(bob.person()).roles().contains(Role.ADMINISTRATOR));
    assertEquals("Bob", scene.accounts.of(bob.person()).orElseThrow().name().value());
  }

  @Test
  void takesNoLinkThatIsTooOldOrReplaced() {
    String first = links.make(new LoginName("ada"));
    String second = links.make(new LoginName("ada"));
    assertEquals("link-invalid", use(first, PASSWORD));
    scene.clock.pass(Duration.ofMinutes(61));
    assertEquals("link-invalid", use(second, PASSWORD));
    assertEquals("link-invalid", use("administrator.", PASSWORD));
    assertThrows(AccountRefused.class, () -> welcome.look("nonsense"));
  }

  @Test
  void letsSomebodyChooseThePasswordOfANewAccount() {
    var invited = administration.add(actor, new LoginName("ada"), DisplayName.of("Ada Lovelace"));
    assertEquals("login-failed", code(scene.desk.login("ada", "", HERE)));

    assertEquals("", use(invited.link(), PASSWORD));
    assertEquals("link-invalid", use(invited.link(), PASSWORD), "once");
    assertEquals("", code(scene.desk.login("ada", PASSWORD, HERE)));
  }

  @Test
  void resetsAPassword() {
    Account ada = scene.account("ada", "Ada");
    var login = scene.desk.login("ada", PASSWORD, HERE).join();
    var reset = administration.reset(actor, ada.person());

    assertFalse(scene.logins.by(login.begun().token(), HERE.address()).isPresent());
    assertEquals("login-failed", code(scene.desk.login("ada", PASSWORD, HERE)));
    scene.clock.pass(Duration.ofHours(25));
    assertEquals("link-invalid", use(reset.link(), PASSWORD), "too late");
    assertEquals("", use(administration.reset(actor, ada.person()).link(), PASSWORD));
  }

  @Test
  void isForAdministratorsOnly() {
    Account ada = scene.account("ada", "Ada");
    AccountRefused refused =
        assertThrows(
            AccountRefused.class, () -> administration.reset(scene.actor(ada), ada.person()));

    assertEquals("administrators-only", refused.code());
    assertEquals("", code(scene.desk.login("ada", PASSWORD, HERE)));
    assertEquals("REFUSED", scene.trail.get(0).outcome().name());
  }

  @Test
  void logsOutWhoIsBlockedOrRemoved() {
    Account ada = scene.account("ada", "Ada");
    scene.desk.login("ada", PASSWORD, HERE).join();
    administration.change(actor, ada.person(), blocked());
    assertEquals(1, scene.ended.size());
    AuditEntry kept = scene.trail.get(scene.trail.size() - 1);
    assertEquals("end-logins 1 by an administrator", kept.act() + " " + kept.detail());
    assertEquals(Optional.of(actor.person()), kept.person());
    assertEquals("ada", kept.object());
    assertEquals("account-blocked", code(scene.desk.login("ada", PASSWORD, HERE)));

    assertEquals(List.of(), removed);
    administration.remove(actor, ada.person());
    assertEquals(List.of(new AccountRemoved(ada.person())), removed);
    assertEquals("login-failed", code(scene.desk.login("ada", PASSWORD, HERE)));
  }

  private static Administration.Change blocked() {
    return new Administration.Change(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(true));
  }
}
