package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static plenum.e2e.Eventually.eventually;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.Cable;
import plenum.testing.PlenumServer;

/** People send files and pictures in the chat. */
class ChatFilesIT {

  /** Hands a picture to the page as the browser does with what is in the clipboard, or dropped. */
  private static final String PICTURE =
      """
      async ({ event, width, height, name }) => {
        const canvas = Object.assign(document.createElement("canvas"), { width, height });
        const pen = canvas.getContext("2d");
        const colours = pen.createLinearGradient(0, 0, width, height);
        colours.addColorStop(0, "teal");
        colours.addColorStop(1, "orange");
        pen.fillStyle = colours;
        pen.fillRect(0, 0, width, height);
        const blob = await new Promise((resolve) => canvas.toBlob(resolve));
        const data = new DataTransfer();
        data.items.add(new File([blob], name, { type: blob.type }));
        const how = { bubbles: true, cancelable: true };
        const made = event === "paste"
          ? new ClipboardEvent(event, { ...how, clipboardData: data })
          : new DragEvent(event, { ...how, dataTransfer: data });
        document.getElementById("chat-text").dispatchEvent(made);
      }
      """;

  private static PlenumServer server;

  @RegisterExtension final People people = new People(() -> server);

  @BeforeAll
  static void start() {
    server =
        PlenumServer.start(
            Map.of(
                "plenum.chat.files.permitted", "true",
                "plenum.chat.files.free-megabytes", "0"));
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  private Person quiet(String name) {
    return people.newcomer(name).withoutDevices().arrive();
  }

  private static Locator uploads(ChatPanel chat) {
    return chat.panel().getByTestId("upload");
  }

  private static void hand(Page page, String event, String name, int width, int height) {
    page.evaluate(PICTURE, Map.of("event", event, "name", name, "width", width, "height", height));
  }

  private static void choose(Page page, String name, byte[] content) {
    page.setInputFiles("#chat-file", new FilePayload(name, "", content));
  }

  private static byte[] text(int length) {
    return "Somebody's notes. "
        .repeat(length / 18 + 1)
        .substring(0, length)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void awaitPicture(Locator picture, int width) {
    eventually(
        "the picture is decoded",
        () -> ((Number) picture.evaluate("picture => picture.naturalWidth")).intValue(),
        shown -> shown == width);
  }

  private static void download(Page page, Locator link, String name, byte[] content) {
    Download download = page.waitForDownload(link::click);
    assertEquals(name, download.suggestedFilename());
    try {
      assertArrayEquals(content, Files.readAllBytes(download.path()));
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Test
  void aPictureIsPastedAndAFileIsChosen() {
    TwoInARoom two = TwoInARoom.called("Files", people);
    ChatPanel hers = two.hers().open();
    ChatPanel his = two.his().open();
    hand(two.adas().page(), "paste", "screen.png", 640, 400);

    Locator picture = his.message(two.ada().name()).locator("img");
    assertThat(picture).hasAttribute("alt", "screen.png");
    assertThat(picture).hasAttribute("width", "280");
    assertThat(picture).hasAttribute("height", "175");
    awaitPicture(picture, 640);
    assertThat(his.aloud()).containsText(two.ada().name() + ": sends the file screen.png.");
    assertThat(hers.aloud()).containsText("screen.png is sent.");
    hand(two.adas().page(), "drop", "dropped.png", 30, 20);
    awaitPicture(his.messages().nth(1).locator("img"), 30);

    byte[] notes = text(150_000);
    choose(two.adas().page(), "Übersicht 1.txt", notes);
    Locator link = his.message("Übersicht 1.txt").locator("a.file");
    assertThat(link).containsText("150 kB");
    download(two.bobs().page(), link, "Übersicht 1.txt", notes);
    String address = two.bobs().page().url().replaceAll("/room.*", "") + link.getAttribute("href");
    assertEquals(200, two.bobs().page().request().get(address).status());

    hers.act("Übersicht 1.txt", "delete");
    assertThat(his.message("Übersicht 1.txt")).hasCount(0);
    assertEquals(404, two.bobs().page().request().get(address).status());
  }

  @Test
  void whoIsOutReadsNoFile() {
    TwoInARoom two = TwoInARoom.called("Files", people);
    two.hers().open();
    ChatPanel his = two.his().open();
    hand(two.adas().page(), "paste", "screen.png", 64, 40);
    Locator picture = his.message(two.ada().name()).locator("img");
    awaitPicture(picture, 64);
    String address =
        two.bobs().page().url().replaceAll("/room.*", "") + picture.getAttribute("src");
    assertEquals(200, two.bobs().page().request().get(address).status());
    two.bobs().page().locator("#leave").click();
    two.bobs().page().waitForURL("**/rooms");

    assertEquals(404, two.bobs().page().request().get(address).status());
    assertEquals(200, two.adas().page().request().get(address).status());
  }

  @Test
  void whatIsNotPermittedIsToldInASentence() {
    Person ada = quiet("Ada");
    RoomPage adas = ada.enter(people.room(people.roomName("Files")));
    ChatPanel hers = ChatPanel.on(adas.page()).open();
    choose(adas.page(), "page.html", text(10));
    choose(adas.page(), "photo.png", text(10));

    Locator name = uploads(hers).filter(new Locator.FilterOptions().setHasText("page.html"));
    assertThat(name.getByRole(AriaRole.ALERT)).containsText("These files can be sent here: png");
    Locator content = uploads(hers).filter(new Locator.FilterOptions().setHasText("photo.png"));
    assertThat(content.getByRole(AriaRole.ALERT)).containsText("is not what its name says");
    content.locator("[data-act=cancel]").click();
    name.locator("[data-act=cancel]").press("Enter");
    assertThat(uploads(hers)).hasCount(0);
    assertThat(adas.page().locator("#chat-attach")).isFocused();
    assertThat(hers.messages()).hasCount(0);
  }

  @Test
  void goesOnAfterTheNetworkWasCut() {
    String room = people.room(people.roomName("Files"));
    try (Cable cable = new Cable(server)) {
      Person ada = people.newcomer("Ada").withoutDevices().at(cable.address()).arrive();
      Person bob = quiet("Bob");
      RoomPage adas = ada.enter(room);
      RoomPage bobs = bob.enter(room);
      ChatPanel hers = ChatPanel.on(adas.page()).open();
      ChatPanel his = ChatPanel.on(bobs.page()).open();
      AtomicInteger begun = new AtomicInteger();
      AtomicInteger pieces = new AtomicInteger();
      adas.page()
          .route(
              "**/api/files**",
              route -> {
                if (route.request().method().equals("POST")) {
                  begun.incrementAndGet();
                }
                route.resume();
              });
      adas.page()
          .route(
              "**/api/files/*",
              route -> {
                if (route.request().method().equals("PATCH") && pieces.incrementAndGet() == 4) {
                  cable.pullOut();
                }
                route.resume();
              });
      byte[] notes = text(1_000_000);
      choose(adas.page(), "notes.txt", notes);
      assertThat(uploads(hers)).containsText("Goes on when the network is back");
      cable.plugIn();

      Locator link = his.message("notes.txt").locator("a.file");
      download(bobs.page(), link, "notes.txt", notes);
      assertThat(uploads(hers)).hasCount(0);
      assertThat(his.messages()).hasCount(1);
      assertEquals(1, begun.get());
    }
  }

  @Test
  void isShownOnItsWayAndCancelled() {
    TwoInARoom two = TwoInARoom.called("Files", people);
    ChatPanel hers = two.hers().open();
    ChatPanel his = two.his().open();
    hand(two.bobs().page(), "paste", "whiteboard.png", 1280, 720);
    choose(two.bobs().page(), "Agenda of Thursday.txt", text(48_000));
    his.write("Here is the plan, and what we drew.");
    awaitPicture(hers.message(two.bob().name()).locator("img"), 1280);
    List<Route> held = new CopyOnWriteArrayList<>();
    List<String> methods = new CopyOnWriteArrayList<>();
    two.adas()
        .page()
        .route(
            "**/api/files/*",
            route -> {
              methods.add(route.request().method());
              if (route.request().method().equals("PATCH") && methods.size() > 4) {
                held.add(route);
              } else {
                route.resume();
              }
            });
    choose(two.adas().page(), "Minutes of the last meeting.txt", text(600_000));
    Locator bar = uploads(hers).getByRole(AriaRole.PROGRESSBAR);
    assertThat(bar).hasAttribute("aria-valuenow", "43");
    assertThat(bar).hasAttribute("aria-label", "Sending Minutes of the last meeting.txt");
    assertThat(hers.message("Agenda of Thursday.txt")).isInViewport();
    ScreenshotsIT.picture("chat-files", two.adas().page());
    AccessibilityIT.check(two.adas().page());
    two.adas().page().setViewportSize(1280, 800);

    two.adas()
        .page()
        .waitForRequest(
            request -> request.method().equals("DELETE"),
            () -> uploads(hers).locator("[data-act=cancel]").click());
    assertThat(uploads(hers)).hasCount(0);
    his.write("done");
    assertThat(hers.message("done")).isVisible();
    assertThat(his.messages()).hasCount(4);
  }
}
