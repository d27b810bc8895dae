package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.NeedsSrs;
import plenum.testing.PerClass;
import plenum.testing.SrsSite;

/** Viewing by HTTP-FLV and HLS, with a real SRS. */
@NeedsSrs
class WatchSrsIT {

  /** So often somebody enters until SRS has the stream for HTTP-FLV. */
  private static final int ENTRIES = 5;

  @RegisterExtension static final PerClass<SrsSite> SITE = PerClass.site(SrsSite::start);

  @RegisterExtension final People people = new People(() -> SITE.get().server());

  private Person watcher(String name) {
    return people.newcomer(name).withoutDevices().arrive();
  }

  /**
   * Somebody watches this person, who enters again if SRS has no HTTP-FLV of the stream. That was
   * seen often on a busy machine (docs/media.md); pages take HLS then.
   */
  private WatchPage watchByFlv(Person person, String room) {
    for (int time = 1; true; time++) {
      RoomPage seat = person.enter(room);
      WatchPage page = WatchPage.open(watcher("Ada"), room);
      page.awaitPicture();
      if (page.fetched("hls.light") == 0 || time == ENTRIES) {
        return page;
      }
      page.page().close();
      seat.leave();
    }
  }

  private static void picture(String name, Page page) {
    for (int[] size : new int[][] {{1280, 800}, {390, 844}}) {
      page.setViewportSize(size[0], size[1]);
      Looks.each(
          page,
          scheme -> {
            String file = "%s-%d-%s.png".formatted(name, size[0], scheme);
            Path path = People.folder("screenshots").resolve(file);
            page.screenshot(new Page.ScreenshotOptions().setPath(path));
            Object wide = page.evaluate("document.documentElement.scrollWidth > innerWidth");
            assertTrue(Boolean.FALSE.equals(wide), file + " is wider than its window");
          });
    }
    page.setViewportSize(1280, 800);
  }

  @Test
  void playsByFlvAndByHls() {
    String room = people.room(people.roomName("Lecture"));
    Person grace = people.newcomer("Grace").sharp().arrive();
    WatchPage page = watchByFlv(grace, room);
    assertThat(page.now()).hasText(grace.name());
    assertThat(page.latency()).containsText("behind");
    assertEquals(0, page.fetched("hls.light"), "only the library that is needed");
    AccessibilityIT.check(page.page());
    picture("watch", page.page());

    assertTrue(page.isMuted());
    page.button("Switch the sound on").click();
    assertFalse(page.isMuted());
    assertThat(page.button("Switch the sound on")).isHidden();
    page.button("Sound off").click();
    assertTrue(page.isMuted());

    page.format("More compatible").click();
    assertThat(page.format("More compatible")).hasAttribute("aria-pressed", "true");
    page.awaitPicture();
    assertTrue(page.fetched(".ts?viewer=") > 0);
    assertThat(page.latency()).containsText("behind");
  }

  @Test
  void takesNoSeat() {
    String room = people.room(people.roomName("Lecture"));
    RoomPage grace = people.named("Grace").enter(room);
    WatchPage page = WatchPage.open(watcher("Ada"), room);
    page.awaitPicture();
    assertThat(grace.tiles()).hasCount(1);
  }

  @Test
  void showsWhomThePersonChooses() {
    String room = people.room(people.roomName("Lecture"));
    Person grace = people.named("Grace");
    grace.enter(room);
    Person bob = people.named("Bob");
    WatchPage page = WatchPage.open(watcher("Ada"), room);
    page.awaitPicture();
    bob.enter(room);
    page.onAir(bob).click();
    assertThat(page.now()).hasText(bob.name());
    assertThat(page.onAir(bob)).hasAttribute("aria-pressed", "true");
    page.awaitPicture();
    assertTrue(page.page().url().contains("&person="), page.page().url());
    page.page().reload();
    assertThat(page.now()).hasText(bob.name());
    page.awaitPicture();
  }

  @Test
  void goesOnWithTheNextWhenSomebodyLeaves() {
    String room = people.room(people.roomName("Lecture"));
    Person grace = people.named("Grace");
    RoomPage graces = grace.enter(room);
    WatchPage page = WatchPage.open(watcher("Ada"), room);
    assertThat(page.now()).hasText(grace.name());
    Person bob = people.named("Bob");
    RoomPage bobs = bob.enter(room);
    assertThat(page.onAir(bob)).isVisible();
    graces.leave();
    assertThat(page.page().locator(".toast"))
        .containsText(grace.name() + " is not on air any more");
    assertThat(page.now()).hasText(bob.name());
    page.awaitPicture();
    bobs.leave();
    assertThat(page.state()).containsText("Nobody is sending now");
    assertThat(page.now()).hasText("");
  }

  @Test
  void waitsForTheFirstOne() {
    String room = people.room(people.roomName("Lecture"));
    WatchPage page = WatchPage.open(watcher("Ada"), room);
    assertThat(page.state()).containsText("Nobody is sending now");
    AccessibilityIT.check(page.page());
    picture("watch-nobody", page.page());
    people.named("Grace").enter(room);
    page.awaitPicture();
  }

  @Test
  void goesToTheListWhenTheRoomIsDeleted() {
    String name = people.roomName("Lecture");
    String room = people.room(name);
    people.named("Grace").enter(room);
    WatchPage page = WatchPage.open(watcher("Ada"), room);
    page.awaitPicture();
    people.deleteAllRooms();
    page.page().waitForURL("**/rooms");
    assertThat(page.page().locator(".toast")).containsText(name);
  }

  @Test
  void isFoundInTheListOfRooms() {
    String name = people.roomName("Lecture");
    people.room(name);
    RoomsPage rooms = watcher("Ada").onRoomsPage();
    rooms
        .page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Only watch " + name))
        .click();
    assertThat(rooms.page().locator("#room-title")).hasText(name);
    assertThat(new WatchPage(rooms.page()).state()).containsText("Nobody is sending now");
  }
}
