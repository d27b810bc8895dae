package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static plenum.e2e.Soon.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.EmbeddedOnly;
import plenum.testing.Quick;

/** Viewing where the embedded engine carries the media, which cannot serve it. */
@Quick
@EmbeddedOnly("With SRS people can watch: see WatchSrsIT.")
class WatchIT {

  @RegisterExtension final People people = new People();

  @Test
  void explainsThatThisNeedsSrs() {
    String room = people.room(people.roomName("Lecture"));
    WatchPage page = WatchPage.open(people.newcomer("Ada").withoutDevices().arrive(), room);
    assertThat(page.panel()).containsText("needs SRS as the media server");
    assertEquals(0, page.fetched("/lib/"), "libraries");
    AccessibilityIT.check(page.page());
    page.panel().locator("a[href^='/room?']").click();
    new RoomPage(page.page()).awaitSeat();
  }

  @Test
  void offersNoWatchingInTheListOfRooms() {
    String room = people.roomName("Lecture");
    people.room(room);
    RoomsPage page = people.newcomer("Ada").withoutDevices().arrive().onRoomsPage();
    assertThat(page.headCount(room)).isVisible();
    assertThat(page.page().locator("a[href^='/watch']")).hasCount(0);
  }
}
