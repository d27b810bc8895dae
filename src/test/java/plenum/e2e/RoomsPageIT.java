package plenum.e2e;

import static plenum.e2e.Soon.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.Quick;

/** The list of rooms, which follows what others do without a reload. */
@Quick
class RoomsPageIT {

  @RegisterExtension final People people = new People();

  private Person ada;
  private RoomsPage adasPage;
  private RoomsPage bobsPage;

  @BeforeEach
  void twoPeopleLookAtTheList() {
    ada = people.newcomer("Ada").withoutDevices().arrive();
    adasPage = ada.onRoomsPage();
    bobsPage = people.newcomer("Bob").withoutDevices().arrive().onRoomsPage();
    assertThat(bobsPage.person(ada.name())).isVisible();
  }

  @Test
  void showsARoomThatSomebodyElseCreatesAndDeletes() {
    String room = people.roomName("Stand-up 站会");

    adasPage.create(room);

    assertThat(bobsPage.card(room)).isVisible();
    assertThat(bobsPage.headCount(room)).hasText("Nobody inside");

    bobsPage.delete(room);

    assertThat(adasPage.card(room)).hasCount(0);
    assertThat(bobsPage.question()).hasCount(0);
  }

  @Test
  void refusesASecondRoomOfTheSameName() {
    String room = people.roomName("Retro");
    people.room(room);

    adasPage.create(room.toUpperCase());

    assertThat(adasPage.problem()).containsText("There is already a room called");
    assertThat(adasPage.card(room)).hasCount(1);
  }

  @Test
  void refusesANameOf61Letters() {
    adasPage.create("r".repeat(61));

    assertThat(adasPage.problem()).containsText("at most 60 characters");
    assertThat(adasPage.card("r".repeat(61))).hasCount(0);
  }

  @Test
  void refusesARoomWithoutAName() {
    adasPage.create("  ");

    assertThat(adasPage.problem()).containsText("enter a name");
  }

  @Test
  void countsThePeopleInside() {
    String room = people.roomName("Planning");
    people.room(room);

    RoomPage inside = adasPage.join(room);

    assertThat(bobsPage.headCount(room)).hasText("1 person inside");
    assertThat(bobsPage.person(ada.name())).containsText("in " + room);

    inside.leave();

    assertThat(bobsPage.headCount(room)).hasText("Nobody inside");
  }

  @Test
  void asksBeforeItDeletesARoomWithPeopleInside() {
    String room = people.roomName("Planning");
    people.room(room);
    RoomPage inside = adasPage.join(room);
    assertThat(bobsPage.headCount(room)).hasText("1 person inside");

    bobsPage.delete(room);
    assertThat(bobsPage.question()).containsText("1 person is in this room");
    bobsPage.cancel();

    assertThat(bobsPage.question()).hasCount(0);
    assertThat(bobsPage.headCount(room)).hasText("1 person inside");
    assertThat(inside.ownTile()).isVisible();
  }

  @Test
  void takesThoseInsideBackToTheListAndTellsThem() {
    String room = people.roomName("Planning");
    people.room(room);
    adasPage.join(room);
    assertThat(bobsPage.headCount(room)).hasText("1 person inside");

    bobsPage.delete(room);
    bobsPage.agree();

    adasPage.page().waitForURL("**/rooms");
    assertThat(adasPage.toast("deleted the room “" + room + "”")).isVisible();
    assertThat(adasPage.card(room)).hasCount(0);
    assertThat(bobsPage.card(room)).hasCount(0);
  }
}
