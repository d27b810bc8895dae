package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Response;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.EmbeddedOnly;
import plenum.testing.MediaCable;

/** A computer goes from one network to another during a meeting. */
class NetworkChangeIT {

  @RegisterExtension final People people = new People();

  @Test
  @EmbeddedOnly("SRS has no ICE restart: pages begin new sessions there")
  void theSameMediaSessionsGoOnByAnotherPath() {
    String room = people.room(people.roomName("Train"));
    Person ada = people.named("Ada");
    RoomPage adasPage = ada.enter(room);
    try (MediaCable cable = new MediaCable(people.server())) {
      Person bob = people.newcomer("Bob").startingWith(Scripts.mediaBy(cable.port())).arrive();
      List<String> exchanges = new CopyOnWriteArrayList<>();
      bob.context().onResponse(response -> note(response, exchanges));
      RoomPage bobsPage = bob.enter(room);
      adasPage.awaitMediaFrom(bob);
      bobsPage.awaitMediaFrom(ada);

      cable.moveToAnotherNetwork();

      bobsPage.page().waitForCondition(() -> Collections.frequency(exchanges, "PATCH 200") == 2);
      adasPage.awaitMediaFrom(bob);
      bobsPage.awaitMediaFrom(ada);
      assertEquals(2, Collections.frequency(exchanges, "POST 201"), exchanges::toString);
    }
  }

  /** At the doors where sessions begin, also before there is a seat, and end. */
  private static void note(Response response, List<String> exchanges) {
    if (response.url().matches(".*/(rtc/v1|api/rooms/[^/]+/receivers)[/?].*")) {
      exchanges.add(response.request().method() + " " + response.status());
    }
  }
}
