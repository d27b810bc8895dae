package plenum.e2e;

import static plenum.e2e.Soon.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.text.Sentence;
import plenum.text.Texts;

/** Whoever reads German is refused in German alone. */
class GermanIT {

  @RegisterExtension final People people = new People();

  private Newcomer reader(String name) {
    return people.newcomer(name).withoutDevices().reading("de-DE");
  }

  @Test
  void readsWhyANameOrARoomCannotBeHad() {
    String room = people.roomName("Belegt");
    people.room(room);
    Person ada = reader("Ada").arrive();
    RoomsPage rooms = ada.onRoomsPage();
    assertThat(rooms.person(ada.name())).isVisible();

    rooms.create(room);
    assertThat(rooms.problem()).hasText(told("room-name-taken", room));

    DevicePage page = reader("Namenlos").nameless().arrive().onDevicePage();
    page.goOnAs(ada.name());
    assertThat(page.nameProblem()).hasText(told("name-taken", ada.name()));
  }

  @Test
  void readsThatTheRoomIsGone() {
    String name = people.roomName("Bald weg");
    String room = people.room(name);
    RoomPage inside = reader("Ada").arrive().enter(room);
    Person grete = reader("Grete").arrive();
    RoomsPage list = grete.onRoomsPage();

    list.delete(name);
    list.question().getByText("Raum löschen").click();

    inside.page().waitForURL("**/rooms");
    assertThat(
            new RoomsPage(inside.page())
                .toast(grete.name() + " hat den Raum „" + name + "“ gelöscht."))
        .isVisible();

    inside.page().goBack();
    assertThat(inside.statePanel()).containsText("Diesen Raum gibt es nicht");
    assertThat(inside.statePanel()).containsText(told("no-such-room.any-more"));
    assertThat(inside.statePanel()).containsText("Zu den Räumen");
  }

  private static String told(String key, Object... values) {
    return Texts.of(Locale.GERMAN).say(Sentence.of(key, values));
  }
}
