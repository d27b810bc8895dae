package plenum.e2e;

import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.PlenumServer;

/** The list of rooms where only the person who made a room may delete it. */
class RoomOwnersIT {

  private static final Locator.FilterOptions VISIBLE = new Locator.FilterOptions().setVisible(true);

  private static PlenumServer server;

  @RegisterExtension final People people = new People(() -> server);

  @BeforeAll
  static void start() {
    server = PlenumServer.start(Map.of("plenum.rooms.delete", "owner"));
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  private static Locator delete(RoomsPage page, String room) {
    return page.card(room).getByTestId("delete-room").filter(VISIBLE);
  }

  @Test
  void saysWhoseARoomIsAndLetsThatPersonAloneDeleteIt() {
    Person ada = people.newcomer("Ada").withoutDevices().arrive();
    RoomsPage adas = ada.onRoomsPage();
    RoomsPage bobs = people.newcomer("Bob").withoutDevices().arrive().onRoomsPage();
    String room = people.roomName("Planning");

    adas.create(room);

    assertThat(bobs.card(room)).containsText("Made by " + ada.name());
    assertThat(delete(bobs, room)).hasCount(0);
    assertThat(adas.card(room)).containsText("Made by you");
    assertThat(delete(adas, room)).isVisible();

    adas.delete(room);
    assertThat(bobs.card(room)).hasCount(0);
  }
}
