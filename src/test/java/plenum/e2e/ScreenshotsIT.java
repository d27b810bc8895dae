package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.e2e.Eventually.eventually;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Pictures of every page at the width of a desk's screen and of a phone, light and dark, in {@code
 * target/screenshots}, for people to look at. At no width a page may be wider than its window.
 */
class ScreenshotsIT {

  /** Frames after which an encoder knows how much it may send. */
  private static final int SHARP = 90;

  private static final int SHARP_SCREEN = 20;

  /** What somebody shows. */
  private static final String SLIDE =
      """
      <style>
        body { margin: 0; font: 30px/1.5 sans-serif; color: #15212b; background: #fff; }
        main { padding: 90px 120px; }
        h1 { font-size: 76px; margin: 0 0 40px; color: #0d6e66; }
        table { border-collapse: collapse; width: 100%; margin-top: 50px; }
        td { padding: 14px 20px; border-bottom: 2px solid #dbe1e5; }
      </style>
      <main>
        <h1>Third quarter</h1>
        <p>More people meet, and they meet for a shorter time.</p>
        <table>
          <tr><td>Meetings</td><td>1,284</td><td>+12 %</td></tr>
          <tr><td>Minutes in a meeting</td><td>31</td><td>−9 %</td></tr>
          <tr><td>People in a meeting</td><td>4.2</td><td>+3 %</td></tr>
          <tr><td>Shared screens</td><td>702</td><td>+40 %</td></tr>
        </table>
      </main>
      """;

  /** Fields of a table's head that go on beyond their cells, where nothing of them is seen. */
  private static final String CUT =
      """
      [...document.querySelectorAll("th input")]
        .filter((one) => one.getBoundingClientRect().right > one.closest("th").getBoundingClientRect().right)
        .map(({ id }) => id)
      """;

  @RegisterExtension final People people = new People();

  static void picture(String name, Page page) {
    picture(name, page, 1280, 390);
  }

  /** At these widths. */
  static void picture(String name, Page page, int... widths) {
    for (int width : widths) {
      page.setViewportSize(width, width == 390 ? 844 : 800);
      Looks.each(
          page,
          scheme -> {
            String file = "%s-%d-%s.png".formatted(name, width, scheme);
            Path path = People.folder("screenshots").resolve(file);
            page.screenshot(new Page.ScreenshotOptions().setPath(path));
            Object wide = page.evaluate("document.documentElement.scrollWidth > innerWidth");
            assertTrue(Boolean.FALSE.equals(wide), file + " is wider than its window");
            assertEquals(List.of(), page.evaluate(CUT), file + " has fields that are cut");
          });
    }
  }

  private Person portrayed(String name, int hue) {
    String portrait = Scripts.PORTRAIT.formatted(hue);
    return people.newcomerCalled(name).startingWith(portrait).sharp().arrive();
  }

  @Test
  void ofTheDevicePage() {
    DevicePage page = portrayed("Mary Jackson", 200).onDevicePage();
    page.awaitPreview();
    picture("device", page.page());
  }

  @Test
  void ofTheListOfRooms() {
    people.deleteAllRooms();
    people.room("Monday stand-up");
    people.room("Architecture");
    people.room("站会");
    people
        .newcomerCalled("Katherine Johnson")
        .withoutDevices()
        .arrive()
        .onRoomsPage()
        .join("Architecture");
    RoomsPage page = people.newcomerCalled("Alan Turing").withoutDevices().arrive().onRoomsPage();
    assertThat(page.headCount("Architecture")).hasText("1 person inside");
    assertThat(page.person("Katherine Johnson")).isVisible();
    assertThat(page.person("Host")).hasCount(0);
    picture("rooms", page.page());
  }

  @Test
  void ofARoomWithFourPeople() {
    String room = people.room("Monday stand-up");
    Person grace = portrayed("Grace Hopper", 20);
    Person edsger = portrayed("Edsger Dijkstra", 265);
    Person hedy = portrayed("Hedy Lamarr", 330);
    grace.enter(room);
    edsger.enter(room);
    hedy.enter(room).toggleMicrophone();
    RoomPage page = portrayed("Ada Lovelace", 170).enter(room);
    page.awaitPicturesFrom(grace, edsger, hedy);
    page.awaitPictureIn(page.ownTile());
    for (Person other : new Person[] {grace, edsger, hedy}) {
      page.awaitPictureIn(page.tileOf(other));
    }
    assertThat(page.tiles()).hasCount(4);
    eventually(
        "pictures that had time to become sharp",
        page::stats,
        stats -> stats.received().stream().allMatch(one -> one.framesDecoded() > SHARP));
    picture("room", page.page());
    page.page().setViewportSize(1280, 800);
    page.openPeople();
    picture("room-people", page.page());
  }

  @Test
  void ofTheDialogOfDevices() {
    Person joan = people.newcomerCalled("Joan Clarke").withoutDevices().arrive();
    RoomPage page = joan.enter(people.room("Monday stand-up"));
    RoomDevicesDialog dialog = new RoomDevicesDialog(page.page());
    dialog.open();
    dialog.add("Kamera am Werkstor, Einfahrt Süd");
    assertThat(dialog.row("Kamera am Werkstor, Einfahrt Süd")).isVisible();
    dialog.add("Gate camera");
    assertThat(dialog.row("Gate camera")).isVisible();
    picture("room-devices", page.page());
    dialog.close();
    dialog.open();
    picture("room-devices-list", page.page());
  }

  @Test
  void ofThePeople() {
    Person emmy =
        people
            .newcomerCalled("Emmy Noether")
            .withoutDevices()
            .startingWith(Scripts.NOTICES_UNDECIDED)
            .arrive();
    PeoplePage page = emmy.onPeoplePage();
    Person barbara = people.newcomerCalled("Barbara Liskov").arrive();
    barbara.onPeoplePage();
    people.newcomerCalled("Frances Allen").arrive().enter(people.room("Architecture"));
    people.newcomerCalled("王小明").withoutDevices().arrive().onRoomsPage();
    Person ken = people.newcomerCalled("Ken Thompson").arrive();
    Page kens = ken.onPeoplePage().page();
    Person margaret = people.newcomerCalled("Margaret Hamilton").arrive();
    PeoplePage margarets = margaret.onPeoplePage();
    new PeoplePage(kens).call(emmy).awaitRinging(emmy).cancel();
    kens.waitForURL("**/people");
    page.call(barbara).awaitRinging(barbara).cancel();
    page.page().waitForURL("**/people");
    margarets.call(ken);
    assertThat(page.stateOf(ken)).hasText("In a call");
    assertThat(page.recentCalls()).hasCount(2);
    picture("people", page.page());
  }

  @Test
  void ofACall() {
    Person lynn = portrayed("Lynn Conway", 20);
    Person radia = portrayed("Radia Perlman", 170);
    PeoplePage lynns = lynn.onPeoplePage();
    CallPage caller = radia.onPeoplePage().call(lynn).awaitRinging(lynn);
    caller.meeting().awaitPictureIn(caller.meeting().ownTile());
    RingDialog ring = new RingDialog(lynns.page()).await(radia);
    picture("ring", lynns.page());
    picture("ringing", caller.page());
    lynns.page().setViewportSize(1280, 800);

    ring.acceptWithVideo().awaitTalk(radia);
    caller.meeting().awaitPictureIn(caller.meeting().tileOf(lynn));
    eventually(
        "pictures that had time to become sharp",
        caller.meeting()::stats,
        stats -> stats.received().stream().allMatch(one -> one.framesDecoded() > SHARP));
    picture("call", caller.page());
    caller.page().locator("#more").click();
    picture("call-more", caller.page());
    caller.page().setViewportSize(1280, 800);
    people.newcomerCalled("Donald Knuth").withoutDevices().arrive().onPeoplePage();
    caller.page().locator("#add-person").click();
    assertThat(caller.page().getByTestId("candidate").first()).isVisible();
    picture("call-add", caller.page());
  }

  @Test
  void ofDesktopRooms() {
    people.deleteAllRooms();
    Person annie = people.newcomerCalled("Annie Easley").sharingTabs().arrive();
    Person dorothy = people.newcomerCalled("Dorothy Vaughan").withoutDevices().arrive();
    Person edith = portrayed("Edith Clarke", 200);
    String room = people.desktop("Quarterly review");
    people.desktop("Design critique");
    annie.showTab(SLIDE);
    DesktopPage annies = annie.enterDesktop(room);
    picture("desktop-free", annies.page());

    annies.page().setViewportSize(1280, 800);
    annies.share();
    annies.button("toggle-camera").click();
    DesktopPage ediths = edith.enterDesktop(room);
    DesktopPage dorothys = dorothy.enterDesktop(room);
    ediths.awaitScreenOf(annie);
    assertThat(ediths.face()).isVisible();
    eventually(
        "a screen that had time to become sharp",
        () -> ediths.framesOf(annie),
        frames -> frames > SHARP_SCREEN);
    picture("desktop", ediths.page());
    dorothys.askButton().click();
    assertThat(annies.requestOf(dorothy)).isVisible();
    picture("desktop-sharing", annies.page());
    RoomsPage list = people.newcomerCalled("Alan Kay").withoutDevices().arrive().onDesktopsPage();
    assertThat(list.card("Quarterly review")).containsText("Annie Easley is sharing");
    picture("desktops", list.page());
    annies.page().setViewportSize(1280, 800);
    annies.handOverTo(dorothy);
    dorothys.awaitState("yours");
    picture("desktop-yours", dorothys.page());
  }

  @Test
  void ofTheErrorPage() {
    picture("error", people.newcomer("Ada").withoutDevices().arrive().open("/nowhere"));
  }
}
