package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static plenum.e2e.Soon.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Saying who one is. */
class NamesIT {

  @RegisterExtension final People people = new People();

  private DevicePage somebody() {
    return people.newcomer("Somebody").withoutDevices().nameless().arrive().onDevicePage();
  }

  @Test
  void asksForAName() {
    DevicePage page = somebody();

    page.goOnAs("   ");

    assertThat(page.nameProblem()).containsText("enter the name");
    assertThat(page.name()).isFocused();
  }

  @Test
  void refusesANameOf41Letters() {
    DevicePage page = somebody();

    page.goOnAs("a".repeat(41));

    assertThat(page.nameProblem()).containsText("at most 40 characters");
  }

  @Test
  void takesANameOf40LettersFromAnywhere() {
    DevicePage page = somebody();

    page.goOnAs("𠮷".repeat(40));

    page.page().waitForURL("**/rooms");
    assertThat(page.page().locator("#me")).containsText("𠮷".repeat(40));
  }

  @Test
  void refusesTheNameOfSomebodyWhoIsOnline() {
    Person ada = people.newcomer("Ada").withoutDevices().arrive();
    RoomsPage rooms = ada.onRoomsPage();
    assertThat(rooms.person(ada.name())).isVisible();
    DevicePage page = somebody();

    page.goOnAs(ada.name().toUpperCase());

    assertThat(page.nameProblem()).isVisible();
    assertThat(page.nameProblem()).containsText(ada.name().toUpperCase());
    assertEquals("/", page.page().evaluate("location.pathname"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "汉字",
        "العربية",
        "👩🏽‍🚀 Sally",
        "<img src=x onerror=alert(1)>",
        "&lt;b&gt; \"'`${x}"
      })
  void showsAnyNameAsItWasWritten(String name) {
    Person writer = people.newcomerCalled(name).withoutDevices().nameless().arrive();
    DevicePage page = writer.onDevicePage();
    page.goOnAs(name);
    page.page().waitForURL("**/rooms");
    String room = people.room(people.roomName(name));
    RoomPage inside = writer.enter(room);
    Person reader = people.newcomer("Reader").withoutDevices().arrive();

    RoomPage seen = reader.enter(room);

    assertThat(seen.tileOf(writer)).isVisible();
    assertThat(inside.ownTile().locator(".tile__name")).hasText(name + " (you)");
    assertThat(seen.page().locator("#room-title")).containsText(name);
    assertEquals(0, seen.page().locator("img[src=x]").count());
    RoomsPage rooms = reader.onRoomsPage();
    assertThat(rooms.person(name).first()).isVisible();
    assertEquals(0, rooms.page().locator("img[src=x]").count());
  }
}
