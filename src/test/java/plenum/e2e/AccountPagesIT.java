package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.FirstAdministrator;
import plenum.testing.PlenumServer;

/** The pages by which people come in where they have accounts, and by which those are kept. */
class AccountPagesIT {

  private static final String PASSWORD = "correct horse battery";

  private static PlenumServer server;

  @RegisterExtension final People people = new People(() -> server);

  @BeforeAll
  static void start() {
    // A client without a page says nothing for the minute of its link.
    server =
        PlenumServer.start(Map.of("plenum.identity.mode", "local", "plenum.signal.idle", "5m"));
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  private Page stranger(String path, String language) {
    return people
        .newcomer("Stranger")
        .nameless()
        .withoutDevices()
        .reading(language)
        .arrive()
        .open(path);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void choose(Page page, String password) {
    page.locator("#password").fill(password);
    page.locator("#again").fill(password);
    page.locator("button[type=submit]").click();
  }

  private static void logIn(Page page, String name, String password) {
    page.locator("#login-name").fill(name);
    page.locator("#password").fill(password);
    page.locator("#log-in").click();
  }

  private static void look(String name, Page page) {
    ScreenshotsIT.picture(name, page);
    page.setViewportSize(1280, 800);
    AccessibilityIT.check(page);
  }

  @Test
  void letPeopleInAndLookAfterThem() {
    Page admin = stranger("/welcome#" + FirstAdministrator.link(server), "en-US");
    assertThat(admin.locator("#login-name")).hasValue("admin");
    admin.locator("#name").fill("Grace Hopper");
    choose(admin, "short");
    assertThat(admin.locator("#welcome-problem")).containsText("12 to 256");
    look("welcome", admin);
    choose(admin, PASSWORD);
    admin.waitForURL("**/rooms");
    assertThat(admin.locator("#me")).containsText("Grace Hopper");

    admin.locator("#me").click();
    assertThat(admin.getByTestId("login")).hasCount(1);
    look("account", admin);
    admin.locator("#accounts-link").click();
    admin.locator("#add-login").fill("ada");
    admin.locator("#add-name").fill("Ada Lovelace");
    admin.locator("#add").click();
    String link = admin.locator("#link-address").inputValue();
    look("accounts-link", admin);
    button(admin, "Done").click();

    Page ada = stranger("/room?id=somewhere", "de-DE");
    ada.waitForURL("**/login?next=*");
    logIn(ada, "ada", "falsch");
    assertThat(ada.locator("#login-problem")).containsText("Es gibt kein solches Konto");
    look("login", ada);
    ada.navigate(link);
    choose(ada, PASSWORD);
    ada.waitForURL("**/rooms");
    ada.locator("#me").click();
    button(ada, "Abmelden").click();
    ada.waitForURL("**/login");
    ada.navigate(server.url("/people").toString());
    logIn(ada, "ADA", PASSWORD);
    ada.waitForURL("**/people");
    assertThat(ada.locator("#connection")).hasAttribute("data-state", "open");

    leaveANote(ada, admin);
    GuestTimeSteps minute = new GuestTimeSteps(server, admin, stranger("/login", "en-US"));
    administer(admin, ada);
    Page second = stranger("/login", "en-US");
    invite(admin, second);
    minute.end(second);
  }

  /** Somebody writes to who is not online, and was never called. */
  private static void leaveANote(Page from, Page to) {
    String before = to.url();
    to.navigate("about:blank");
    assertThat(from.getByTestId("person-card")).hasCount(1);
    from.locator("#people-search").fill("hop");
    Locator found = from.getByTestId("absent-person");
    assertThat(found).containsText("Grace Hopper");
    look("people-absent", from);
    found.locator("button").click();
    from.locator("#note-text").fill("Missed you");
    from.locator("dialog .button--primary").click();
    to.navigate(server.url("/people").toString());
    assertThat(to.getByTestId("note")).containsText("Missed you");
    assertThat(found).hasCount(0);
    to.navigate(before);
  }

  /** An outsider comes into one room by a link, and goes with it. */
  private void invite(Page admin, Page second) {
    admin.navigate(server.url("/rooms").toString());
    RoomsPage rooms = new RoomsPage(admin);
    rooms.create("Interview");
    rooms.openOptions("Interview");
    assertThat(admin.locator("#guest-links-none")).isVisible();
    admin.locator("#guest-link-once").check();
    button(admin, "New link").click();
    assertThat(admin.getByTestId("guest-link")).containsText("By Grace Hopper, until");
    // The list is told by push, perhaps before the page has the answer with the address.
    Locator address = admin.locator("#guest-link-address");
    assertThat(address).hasValue(Pattern.compile(".+#.+"));
    String link = address.inputValue();
    look("guest-links", admin);

    Page guest = stranger("/guest" + link.substring(link.indexOf('#')), "en-US");
    assertThat(guest.locator("#guest-heading")).hasText("You are invited to “Interview”");
    guest.locator("#name").fill("Grace Hopper");
    guest.locator("#go").click();
    assertThat(guest.locator("#guest-problem")).containsText("Grace Hopper");
    guest.locator("#name").fill("Otto");
    look("guest", guest);
    guest.locator("#go").click();
    new RoomPage(guest).awaitSeat();
    assertThat(admin.getByTestId("guest-link")).containsText("for one guest, used");

    second.navigate(link);
    assertThat(second.locator("#state-panel")).containsText("for one guest, and has been used");
    second.navigate("about:blank");

    Locator row = admin.getByTestId("guest-link");
    row.getByRole(AriaRole.BUTTON).focus();
    admin.keyboard().press("Enter");
    guest.waitForURL("**/guest");
    assertThat(guest.locator("#state-panel")).containsText("This guest link was revoked");
    second.navigate(link);
    assertThat(second.locator("#state-panel")).containsText("This guest link was revoked");
    look("guest-revoked", guest);
    assertThat(row).hasCount(0);
    assertThat(admin.locator("#guest-link-status")).containsText("good no longer");
  }

  private static void erase(Page ada) {
    ada.waitForURL("**/people");
    ada.navigate(server.url("/account").toString());
    Download file = ada.waitForDownload(() -> ada.locator("#data-file").click());
    assertEquals("plenum-data.json", file.suggestedFilename());
    button(ada, "Mein Konto und meine Daten löschen").click();
    assertThat(ada.locator("dialog")).containsText("Ihr Konto löschen?");
    button(ada, "Alles löschen").click();
    ada.waitForURL("**/login*");
    logIn(ada, "ada", PASSWORD);
    assertThat(ada.locator("#login-problem")).containsText("Es gibt kein solches Konto");
  }

  private void administer(Page admin, Page ada) {
    admin.reload();
    Locator row =
        admin.getByTestId("account").filter(new Locator.FilterOptions().setHasText("Ada"));
    row.locator("summary").click();
    row.locator("input").fill("staff, plenum");
    row.locator("button[type=submit]").click();
    assertThat(row).containsText("ada · plenum · staff");
    look("accounts", admin);
    row.getByText("Block", new Locator.GetByTextOptions().setExact(true)).click();
    assertThat(row).containsText("Blocked");
    ada.waitForURL("**/login?next=*");
    logIn(ada, "ada", PASSWORD);
    assertThat(ada.locator("#login-problem")).containsText("gesperrt");
    row.getByText("Unblock", new Locator.GetByTextOptions().setExact(true)).click();
    assertThat(row).not().containsText("Blocked");
    logIn(ada, "ada", PASSWORD);
    erase(ada);
    admin.navigate(server.url("/").toString());
    assertThat(admin.locator("#name")).hasValue("Grace Hopper");
    assertThat(admin.locator("#name")).not().isEditable();
  }
}
