package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static plenum.e2e.AdministrationIT.button;
import static plenum.e2e.AdministrationIT.confirm;
import static plenum.e2e.AdministrationIT.look;
import static plenum.e2e.AdministrationIT.row;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import plenum.testing.PlenumServer;

/** What people ask an administrator for, on the page of the one whom it is about. */
final class HelpDeskSteps {

  private static final String ASK =
      """
      async ([path, body]) => {
        const headers = { "Content-Type": "application/json" };
        const answer = await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
        return answer.json();
      }
      """;

  private final Page admin;
  private final PlenumServer server;

  HelpDeskSteps(Page admin, PlenumServer server) {
    this.admin = admin;
    this.server = server;
  }

  private Map<?, ?> ask(String path, Map<String, Object> body) {
    return (Map<?, ?>) admin.evaluate(ASK, List.of(path, body));
  }

  /** The link for another password is on the page, once, as it can be sent. */
  void resetsAPassword() {
    Map<?, ?> made = ask("/api/admin/accounts", Map.of("login", "paula", "name", "Paula"));
    Object id = ((Map<?, ?>) made.get("account")).get("id");
    admin.navigate(server.url("/admin/person?id=" + id).toString());
    button(admin.locator("#form\\:who"), "Reset the password").click();
    confirm(admin, "Reset the password");
    Locator link = admin.locator("#once");
    assertThat(link).containsText(server.url("/welcome#").toString());
    AccessibilityIT.check(admin);
    look("admin-reset", admin);
    admin.reload();
    assertThat(link).hasCount(0);
  }

  /** Who knows the room alone finds the link by which strangers come. */
  void revokesAGuestLink(String room) {
    ask("/api/rooms/" + room + "/guest-links", Map.of("hours", 1));
    admin.navigate(server.url("/admin/meeting?room=" + room).toString());
    Locator links = admin.locator("#form\\:links");
    assertThat(links).containsText("Grace Hopper");
    AccessibilityIT.check(admin);
    button(links, "Revoke: Grace Hopper").click();
    confirm(admin, "Revoke");
    assertThat(admin.locator("#form\\:links tbody")).hasCount(0);
  }

  /** What is exported of a month is what its day's filter lets through. */
  void filtersRecordsByTheirDays() {
    admin.navigate(server.url("/admin/audit").toString());
    Locator when = admin.locator("th.field-at input");
    when.fill("1999");
    assertThat(row(admin, "become administrator")).hasCount(0);
    when.fill(LocalDate.now().toString().substring(0, 7));
    assertThat(row(admin, "become administrator")).hasCount(1);
    when.fill("2026-02-30");
    assertThat(row(admin, "become administrator")).hasCount(0);
    when.fill("");
    assertThat(row(admin, "become administrator")).hasCount(1);
  }
}
