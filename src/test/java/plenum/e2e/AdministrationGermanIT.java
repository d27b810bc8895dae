package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.database.records.RecordTable;
import plenum.testing.PlenumServer;
import plenum.text.Texts;

/**
 * Administration's pages with as much in them as after some weeks, in German, whose words are
 * longer: at three widths nothing is cut, and nothing is English; with a picture on a tablet.
 */
class AdministrationGermanIT {

  private static final int TABLET = 768;

  private static PlenumServer server;

  @RegisterExtension final People people = new People(() -> server);

  private final List<String> wrong = new ArrayList<>();

  @BeforeAll
  static void start() {
    server =
        PlenumServer.prepare(
            Map.of(
                "plenum.identity.mode", "local",
                "plenum.identity.guests", "true",
                "plenum.webhooks.special", "127.0.0.1",
                "plenum.admin.watch", "true"));
    KeptRecords.fill(server);
    server.launch();
    server.awaitReady();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  private void look(String name, Page page) {
    for (int width : new int[] {1280, TABLET, 390}) {
      page.setViewportSize(width, 800);
      if (width == TABLET) {
        Path picture = People.folder("screenshots").resolve("german-" + name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(picture));
      }
      wrong.addAll(cut(page).stream().map(one -> name + " at " + width + ": " + one).toList());
    }
    page.setViewportSize(1280, 800);
    wrong.addAll(english(page).stream().map(one -> name + " says " + one).toList());
  }

  /** What holds a text that its box does not show to the end, and does not tell otherwise. */
  private static final String CUT =
      """
      () => {
        const pen = document.createElement("canvas").getContext("2d");
        const seen = (one) => one.checkVisibility({ visibilityProperty: true });
        const fields = [...document.querySelectorAll("main input[placeholder]")].filter(seen).filter((field) => {
          const style = getComputedStyle(field);
          pen.font = style.font;
          const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
          return pen.measureText(field.placeholder).width > room + 1;
        });
        const boxes = [...document.querySelectorAll("main :is(a, button, .ui-button, th, td, dt, dd, h1, h2, h3, label)")]
          .filter(seen).filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1
            && getComputedStyle(one).display !== "inline"
            && !(getComputedStyle(one).textOverflow === "ellipsis" && one.title === one.textContent));
        return [...fields, ...boxes].map((one) => `${one.tagName} ${one.id} ${one.textContent.slice(0, 50)}`);
      }
      """;

  private static List<String> cut(Page page) {
    return ((List<?>) page.evaluate(CUT)).stream().map(Object::toString).toList();
  }

  private static final String SENTENCES =
      """
      () => {
        const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT,
          (node) => (node.parentElement.closest("script, style") ? 2 : 1));
        const texts = [];
        while (all.nextNode()) {
          texts.push(all.currentNode.data.trim());
        }
        for (const name of ["aria-label", "title", "placeholder"]) {
          texts.push(...[...document.querySelectorAll(`[${name}]`)].map((one) => one.getAttribute(name)));
        }
        return texts;
      }
      """;

  /** Before the words for why something was not done, or failed. */
  private static final String REASONS = "page.admin.word.why.";

  /** What is English, or kept as a word for programs. */
  private static Set<String> english(Page page) {
    Map<String, String> german = Texts.of(Locale.GERMAN).sentences();
    Set<String> english = new TreeSet<>();
    Texts.of(Locale.ENGLISH)
        .sentences()
        .forEach(
            (key, text) -> {
              if (!german.containsValue(text)) {
                english.add(text);
              }
            });
    Arrays.stream(RecordTable.values())
        .flatMap(table -> table.columns().stream())
        .flatMap(column -> column.words().stream())
        .flatMap(set -> set.words().stream())
        .filter(word -> !german.containsValue(word))
        .forEach(english::add);
    german.keySet().stream()
        .filter(key -> key.startsWith(REASONS))
        .map(key -> key.substring(REASONS.length()))
        .filter(word -> !german.containsValue(word))
        .forEach(english::add);
    Set<String> found = new TreeSet<>();
    ((List<?>) page.evaluate(SENTENCES)).forEach(text -> found.add(text.toString()));
    found.retainAll(english);
    return found;
  }

  private void open(Page admin, String path) {
    admin.navigate(server.url("/admin" + path).toString());
    assertThat(admin.locator("#connection")).hasAttribute("data-state", "open");
  }

  private Page administrator() {
    Person grace = people.newcomer("Grace").nameless().withoutDevices().reading("de-DE").arrive();
    return AdministratorSteps.arrive(grace, server);
  }

  @Test
  void isGermanAndWhole() {
    Page admin = administrator();
    Person ada = people.newcomerCalled("Ada Gräfin von Lovelace-Hohenstein").arrive();
    String room = people.room("Barrierefreiheit und Qualitätssicherung");
    RoomPage one = ada.enter(room);
    RoomPage other = people.newcomerCalled("Edsger Dijkstra").arrive().enter(room);
    other.awaitMediaFrom(ada);
    makesInterfaces(admin);
    open(admin, "/streams");
    assertThat(AdministrationIT.row(admin, ada.name())).not().hasCount(0);
    for (String path :
        List.of(
            "",
            "/meetings",
            "/streams",
            "/nodes",
            "/accounts",
            "/problems",
            "/quality",
            "/tests",
            "/calls",
            "/attendance",
            "/audit",
            "/settings",
            "/settings?show=all",
            "/setting?name=plenum.rooms.devices",
            "/tokens",
            "/webhooks",
            "/person?id=" + KeptRecords.person(1),
            "/meeting?room=" + room)) {
      open(admin, path);
      look("admin" + path.replaceAll("\\?.*id=.*|\\?room=.*", "").replaceAll("\\W+", "-"), admin);
    }
    choosesFromWhatAColumnCanHave(admin);
    looksAtPastMeeting(admin);
    checks(admin);
    looksAtDialogs(admin, ada);
    assertEquals(List.of(), wrong);
    one.leave();
  }

  /**
   * What is chosen is a word of the language; what is looked for, and exported, is what is kept.
   */
  private void choosesFromWhatAColumnCanHave(Page admin) {
    open(admin, "/audit");
    Locator menu = admin.locator("th.field-outcome select");
    menu.selectOption("verweigert");
    assertThat(AdministrationIT.row(admin, "verweigert")).hasCount(24);
    assertThat(AdministrationIT.row(admin, "getan")).hasCount(0);
    assertThat(menu).hasValue("REFUSED");
    Locator export = admin.locator("[data-export]").first();
    export.evaluate(
        "(link) => { link.addEventListener('click', (event) => event.preventDefault());"
            + " link.click(); }");
    assertThat(export).hasAttribute("href", Pattern.compile("[?&]outcome=REFUSED(&|$)"));
    menu.focus();
    admin.keyboard().press("Home");
    assertThat(AdministrationIT.row(admin, "getan")).not().hasCount(0);
    admin.locator("th.field-act input").fill("gastlink an");
    assertThat(AdministrationIT.row(admin, "Einstellung ändern")).hasCount(0);
    assertThat(AdministrationIT.row(admin, "Gastlink anlegen")).hasCount(25);
    admin.locator("th.field-act input").fill("make-guest");
    assertThat(AdministrationIT.row(admin, "Gastlink anlegen")).hasCount(25);
    admin.locator("th.field-act input").fill("");
    assertThat(AdministrationIT.row(admin, "Einstellung ändern")).not().hasCount(0);
  }

  private void makesInterfaces(Page admin) {
    open(admin, "/tokens");
    admin.locator("#form\\:name").fill("Sicherung der Nacht");
    admin.locator("#form\\:go").click();
    assertThat(AdministrationIT.row(admin, "Sicherung der Nacht")).hasCount(1);
    look("admin-token-made", admin);
    open(admin, "/webhooks");
    admin
        .locator("#form\\:address")
        .fill("http://127.0.0.1:9/eine/lange/Adresse/der/Telefonzentrale");
    admin.locator(".choices input").all().forEach(Locator::check);
    admin.locator("fieldset .button--primary").click();
    assertThat(AdministrationIT.row(admin, "Telefonzentrale")).not().hasCount(0);
  }

  private void looksAtPastMeeting(Page admin) {
    open(admin, "/attendance");
    admin.locator("tbody a[href*='meeting?room']").first().click();
    assertThat(admin.locator("#connection")).hasAttribute("data-state", "open");
    look("admin-past", admin);
  }

  private void checks(Page admin) {
    open(admin, "/check");
    assertThat(admin.locator("#browser-checks"))
        .hasAttribute(
            "aria-busy", "false", new LocatorAssertions.HasAttributeOptions().setTimeout(60_000));
    look("admin-check", admin);
  }

  private void looksAtDialogs(Page admin, Person ada) {
    open(admin, "/audit");
    admin.locator(".columns summary").click();
    look("admin-columns", admin);
    admin.keyboard().press("Escape");
    admin.locator("#search").fill("a");
    assertThat(admin.locator("[role=option]")).not().hasCount(0);
    look("admin-search", admin);
    open(admin, "/meetings");
    Locator remove = AdministrationIT.button(admin.locator("main"), "Entfernen: " + ada.name());
    remove.click();
    assertThat(admin.locator(".ui-confirm-dialog")).isVisible();
    look("admin-confirm", admin);
    admin.keyboard().press("Escape");
    assertThat(admin.locator(".ui-confirm-dialog")).isHidden();
    assertThat(remove).isFocused();
  }
}
