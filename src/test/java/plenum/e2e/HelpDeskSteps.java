package plenum.e2e;

import static plenum.e2e.AdministrationIT.button;
import static plenum.e2e.AdministrationIT.confirm;
import static plenum.e2e.AdministrationIT.look;
import static plenum.e2e.AdministrationIT.row;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

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
  private final String site;

  /**
   * @param site its address, without a slash at the end
   */
  HelpDeskSteps(Page admin, String site) {
    this.admin = admin;
    this.site = site;
  }

  private Map<?, ?> ask(String path, Map<String, Object> body) {
    return (Map<?, ?>) admin.evaluate(ASK, List.of(site + path, body));
  }

  /** The link for another password is on the page, once, as it can be sent. */
  void resetsAPassword() {
    Map<?, ?> made = ask("/api/admin/accounts", Map.of("login", "paula", "name", "Paula"));
    Object id = ((Map<?, ?>) made.get("account")).get("id");
    admin.navigate(site + "/admin/person?id=" + id);
    button(admin.locator("#form\\:who"), "Reset the password").click();
    confirm(admin, "Reset the password");
    Locator link = admin.locator("#once");
    assertThat(link).containsText(site + "/welcome#");
    AccessibilityIT.check(admin);
    look("admin-reset", admin);
    admin.reload();
    assertThat(link).hasCount(0);
  }

  /** Who knows the room alone finds the link by which strangers come. */
  void revokesAGuestLink(String room) {
    ask("/api/rooms/" + room + "/guest-links", Map.of("hours", 1));
    admin.navigate(site + "/admin/meeting?room=" + room);
    Locator links = admin.locator("#form\\:links");
    assertThat(links).containsText("Grace Hopper");
    AccessibilityIT.check(admin);
    button(links, "Revoke: Grace Hopper").click();
    confirm(admin, "Revoke");
    assertThat(admin.locator("#form\\:links tbody")).hasCount(0);
  }

  /** A month is filtered by, and what is no day lets nothing through. */
  void filtersRecordsByTheirDays() {
    admin.navigate(site + "/admin/audit");
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
