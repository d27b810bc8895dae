package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.PlenumServer;
import plenum.webhook.Receiver;

/** An administrator's pages, beside a meeting. */
class AdministrationIT {

  static final List<String> PAGES =
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
          "/settings?show=all",
          "/setting?name=plenum.rooms.devices",
          "/tokens",
          "/webhooks");

  /** Pictures were made light and dark: of either the words of a chart can be read. */
  private static final String CHARTS_IN_COLOURS_OF_NOW =
      """
      () => {
        const ink = getComputedStyle(document.documentElement).getPropertyValue("--ink").trim();
        const charts = Object.values(window.Chart?.instances ?? {});
        return charts.every(({ options }) => options.plugins.legend.labels.color === ink);
      }
      """;

  /** Of traces, which are sent where somebody wants them. */
  private static final Receiver COLLECTOR = new Receiver();

  private static PlenumServer server;

  @RegisterExtension final People people = new People(() -> server);

  private final List<String> violations = new ArrayList<>();
  private final Receiver receiver = new Receiver();

  @BeforeAll
  static void start() {
    server =
        PlenumServer.start(
            Map.ofEntries(
                Map.entry("plenum.identity.mode", "local"),
                Map.entry("plenum.identity.guests", "true"),
                Map.entry("plenum.admin.watch", "true"),
                Map.entry("plenum.webhooks.special", "127.0.0.1"),
                Map.entry("otel.sdk.disabled", "false"),
                Map.entry("otel.traces.exporter", "otlp"),
                Map.entry("otel.metrics.exporter", "none"),
                Map.entry("otel.logs.exporter", "none"),
                Map.entry("otel.exporter.otlp.protocol", "http/protobuf"),
                Map.entry("otel.exporter.otlp.endpoint", COLLECTOR.address().toString())));
  }

  @AfterAll
  static void stop() {
    server.stop();
    COLLECTOR.close();
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  private Page administrator() {
    Page page = AdministratorSteps.arrive(people, server);
    page.exposeFunction("violated", told -> violations.add(told[0].toString()));
    page.addInitScript(
        "addEventListener('securitypolicyviolation', (e) =>"
            + " window.violated(`${e.violatedDirective} ${e.sourceFile} ${e.sample}`))");
    return page;
  }

  static void look(String name, Page page) {
    ScreenshotsIT.picture(name, page, 1280, 768, 390);
    page.setViewportSize(1280, 800);
  }

  static Locator row(Page page, String text) {
    return page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(text));
  }

  static Locator button(Locator within, String name) {
    return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
  }

  /** Says yes to what a page asks before it acts, by the button that is called as the act is. */
  static void confirm(Page page, String act) {
    Locator yes = page.locator(".ui-confirmdialog-yes");
    assertThat(yes).hasText(act);
    yes.click();
  }

  @Test
  void showsWhoIsWhereAndActsAtOneClick() {
    Page admin = administrator();
    for (String path : PAGES) {
      admin.navigate(server.url("/admin" + path).toString());
      assertThat(admin.locator("#connection")).hasAttribute("data-state", "open");
      AccessibilityIT.check(admin);
      look("admin-page" + path.replaceAll("\\W+", "-"), admin);
      assertEquals(true, admin.evaluate(CHARTS_IN_COLOURS_OF_NOW), path);
      new KeyboardSteps(admin).reachEverything();
    }
    HelpDeskSteps help = new HelpDeskSteps(admin, server.url("").toString());
    help.filtersRecordsByTheirDays();
    findsAndExportsRecords(admin);
    choosesColumns(admin);
    look("admin-audit", admin);
    changesASettingAndUndoesIt(admin);
    checksTheInstallation(admin);
    InterfaceSteps interfaces = new InterfaceSteps(admin, server, receiver);
    ProgramSteps program = interfaces.makesAToken();
    program.looksAround();
    program.keepsAnAccount();
    program.changesASetting();
    interfaces.makesAWebhook();
    interfaces.changesTheWebhook();
    interfaces.actsBesideAnother();

    admin.navigate(server.url("/admin/meetings").toString());
    Person ada = people.named("Ada");
    RoomsPage list = ada.onRoomsPage();
    list.create("Stand-up");
    RoomPage room = list.join("Stand-up");
    Locator meeting = row(admin, "Stand-up");
    assertThat(meeting).containsText(ada.name());
    button(meeting, "Mute: " + ada.name()).click();
    assertThat(admin.locator("#form\\:messages")).containsText("The microphone is off");
    assertThat(button(meeting, "Mute: " + ada.name())).isDisabled();
    new RefreshSteps(admin, server).leaveNothingBehind();
    look("admin-meeting", admin);

    admin.navigate(server.url("/admin/streams").toString());
    assertThat(
            row(admin, ada.name())
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("VP8|H264"))))
        .hasCount(1);
    look("admin-streams", admin);
    exportsStreams(admin, ada);
    admin.navigate(server.url("/admin/nodes").toString());
    assertThat(row(admin, "group/")).hasCount(1);
    exportsSessions(admin, ada.name() + " – Stand-up");
    program.mutes("Stand-up", ada.name());
    tellsInNamesWhatWasDone(admin, ada);
    admin.navigate(server.url("/admin/meetings").toString());
    showsOneMeetingAndOnePerson(admin, ada, room);
    program.readsTheTimeline(roomId(room), ada.name());
    help.revokesAGuestLink(roomId(room));
    help.resetsAPassword();
    admin.navigate(server.url("/admin/meetings").toString());

    button(meeting, "Close: Stand-up").click();
    assertThat(admin.locator(".ui-confirm-dialog")).containsText("Close: Stand-up");
    confirm(admin, "Close");
    assertThat(meeting).hasCount(0);
    assertThat(admin.locator("#form\\:table")).containsText("Nobody meets now.");
    room.page().waitForURL("**/rooms");
    interfaces.awaitTold("room.opened", "person.joined", "person.left", "room.closed");
    interfaces.revokesTheToken();
    program.isTurnedAway();
    interfaces.awaitTrace(COLLECTOR, "/overview");
    assertEquals(List.of(), violations);
  }

  /** What is kept are ids, which outlive names. */
  private void tellsInNamesWhatWasDone(Page admin, Person ada) {
    admin.navigate(server.url("/admin/audit").toString());
    admin.locator("th.field-act input").fill("mute somebody");
    Locator object = row(admin, "mute somebody").first().locator(".field-object");
    assertThat(object.locator("a")).hasText(new String[] {"Stand-up", ada.name()});
  }

  private void checksTheInstallation(Page admin) {
    admin.navigate(server.url("/admin/check").toString());
    Locator checks = admin.locator("#browser-checks");
    assertThat(checks)
        .hasAttribute(
            "aria-busy", "false", new LocatorAssertions.HasAttributeOptions().setTimeout(60_000));
    for (String fine : List.of("secure", "socket", "udp", "tcp", "candidates", "clock", "page")) {
      assertThat(checks.locator("[data-check=" + fine + "]")).hasAttribute("data-state", "good");
    }
    assertThat(admin.locator(".checks [data-state=bad]")).hasCount(0);
    look("admin-check", admin);
    AccessibilityIT.check(admin);
  }

  /** What was filtered and chosen is so when one comes back. */
  private void choosesColumns(Page admin) {
    Locator outcome = admin.locator("th").filter(new Locator.FilterOptions().setHasText("Outcome"));
    admin.locator(".columns summary").click();
    admin.locator(".columns__list").getByLabel("Outcome").uncheck();
    assertThat(outcome).isHidden();
    admin.navigate(server.url("/admin/tests").toString());
    admin.navigate(server.url("/admin/audit").toString());
    assertThat(outcome).isHidden();
    assertThat(row(admin, "become administrator")).hasCount(0);
    assertThat(row(admin, "log in")).hasCount(1);
    assertThat(admin.locator(".crumbs li").last()).hasText("Audit trail");
  }

  private void changesASettingAndUndoesIt(Page admin) {
    admin.navigate(server.url("/admin/settings").toString());
    look("admin-settings", admin);
    admin.getByLabel("Change: plenum.rooms.devices").click();
    admin.getByLabel("Another value").fill("many");
    button(admin.locator("#form"), "Save").click();
    assertThat(admin.locator("#form\\:messages")).containsText("from 0 to 1000");
    admin.getByLabel("Another value").fill("7");
    button(admin.locator("#form"), "Save").click();
    assertThat(admin.locator("#form\\:messages")).containsText("is changed");
    assertThat(admin.locator("#now")).hasText("7");
    look("admin-setting", admin);
    button(admin.locator("#form"), "Undo: plenum.rooms.devices").click();
    assertThat(admin.locator("#now")).hasText("4");
  }

  private static String roomId(RoomPage room) {
    return room.page().url().replaceFirst(".*id=", "");
  }

  private void showsOneMeetingAndOnePerson(Page admin, Person ada, RoomPage room) {
    assertThat(admin.locator("#connection")).hasAttribute("data-state", "open");
    admin.keyboard().press("/");
    admin.keyboard().type("stand-u");
    assertThat(admin.locator("[role=option]")).hasText("RoomStand-up" + roomId(room));
    AccessibilityIT.check(admin);
    admin.keyboard().press("ArrowDown");
    admin.keyboard().press("Enter");
    assertThat(admin.locator(".lane__name").first()).hasText(ada.name());
    assertThat(row(admin, "came")).containsText(ada.name());
    assertThat(admin.locator("#form\\:now")).containsText(ada.name());
    admin.locator("#form\\:announcement").fill("Please come to an end.");
    button(admin.locator("#form\\:announce"), "Send").click();
    confirm(admin, "Send");
    assertThat(room.page().locator(".banner")).containsText("Please come to an end.");
    assertThat(admin.locator("#form\\:messages")).containsText("The message is sent.");
    AccessibilityIT.check(admin);
    look("admin-timeline", admin);
    watches(admin, ada, room);

    admin.locator(".lane__name").first().click();
    assertThat(admin.locator("h1")).hasText(ada.name());
    assertThat(admin.locator("[data-presence]")).hasAttribute("data-presence", "online");
    assertThat(admin.locator("#form\\:now a")).hasText("Stand-up");
    assertThat(row(admin, "join a room")).hasCount(1);
    assertThat(row(admin, "join a room").locator("a")).hasText("Stand-up");
    AccessibilityIT.check(admin);
    look("admin-person", admin);
  }

  private static void watches(Page admin, Person ada, RoomPage room) {
    Locator sign =
        room.page().locator(".banner").filter(new Locator.FilterOptions().setHasText("Watched by"));
    admin.getByLabel("Watch: " + ada.name() + ", camera").click();
    assertThat(admin.locator("#watch-video")).hasJSProperty("readyState", 4);
    assertThat(sign).containsText("Grace Hopper");
    AccessibilityIT.check(admin);
    look("admin-watch", admin);
    admin.keyboard().press("Escape");
    assertThat(sign).hasCount(0);
  }

  private void findsAndExportsRecords(Page admin) {
    admin.navigate(server.url("/admin/audit").toString());
    assertThat(row(admin, "become administrator")).hasCount(1);
    Locator filter =
        admin.locator("th").filter(new Locator.FilterOptions().setHasText("Act")).locator("input");
    filter.fill("LOG IN");
    assertThat(row(admin, "become administrator")).hasCount(0);
    assertThat(row(admin, "log in")).hasCount(1);
    Download filtered = admin.waitForDownload(() -> admin.getByText("CSV").click());
    assertEquals("audit.csv", filtered.suggestedFilename());
    assertTrue(
        filtered.url().endsWith("?format=spreadsheet&words=shown&act=LOG+IN"), filtered.url());
    assertTrue(read(filtered).startsWith("\uFEFFat,person,name,"), read(filtered));
    assertTrue(read(filtered).contains(",login,admin,DONE"), read(filtered));
    var csv =
        admin.request().get(server.url("/api/admin/records/audit?format=csv&act=login").toString());
    assertEquals(2, csv.text().lines().count(), csv.text());
    assertTrue(csv.text().startsWith("at,person,name,"), csv.text());
  }

  /** What is there at the moment, with what its filter lets through. */
  private static void exportsStreams(Page admin, Person ada) {
    Locator filter =
        admin
            .locator("th")
            .filter(new Locator.FilterOptions().setHasText("Person"))
            .locator("input");
    filter.fill(ada.name().toUpperCase(Locale.ROOT));
    Download streams = admin.waitForDownload(() -> admin.getByText("CSV").click());
    assertEquals("streams.csv", streams.suggestedFilename());
    assertTrue(read(streams).startsWith("\uFEFFroom,roomName,person,name,"), read(streams));
    assertTrue(read(streams).contains("," + ada.name() + ","), read(streams));
    filter.fill("nobody");
    Download none = admin.waitForDownload(() -> admin.getByText("JSON").click());
    assertEquals("[]", read(none));
    filter.fill("");
  }

  private static void exportsSessions(Page admin, String of) {
    assertThat(row(admin, "group/").locator(".field-of")).containsText(of);
    admin.locator("th.field-of input").fill(of);
    Download sessions = admin.waitForDownload(() -> admin.getByText("CSV").click());
    assertEquals("sessions.csv", sessions.suggestedFilename());
    assertTrue(read(sessions).contains("," + of + ",publish,"), read(sessions));
    admin.locator("th.field-of input").fill("nobody");
    Download none = admin.waitForDownload(() -> admin.getByText("JSON").click());
    assertEquals("[]", read(none));
    admin.locator("th.field-of input").fill("");
  }

  private static String read(Download download) {
    try {
      return Files.readString(download.path());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
