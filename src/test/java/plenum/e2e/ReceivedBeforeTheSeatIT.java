package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static plenum.e2e.Eventually.eventually;

import com.microsoft.playwright.Response;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The connection to receive by, which is made before there is a seat. */
class ReceivedBeforeTheSeatIT {

  private static final String EARLY = "/receivers";
  private static final String BY_TICKET = "/rtc/v1/receive/";

  @RegisterExtension final People people = new People();

  /** The answers at the doors to receive, each as the end of the path and the status. */
  private final List<String> answers = new CopyOnWriteArrayList<>();

  private Person watched(String name) {
    Person person = people.newcomer(name).arrive();
    person.context().onResponse(this::note);
    return person;
  }

  private void note(Response response) {
    String path = response.url().replaceFirst("\\?.*", "");
    for (String door : List.of(EARLY, BY_TICKET)) {
      if (path.endsWith(door) && response.request().method().equals("POST")) {
        answers.add(door + " " + response.status());
      }
    }
  }

  @Test
  void isTheOneThatIsUsedWhereSomebodyIsOnAir() {
    String room = people.room(people.roomName("Meeting"));
    Person ada = people.newcomer("Ada").arrive();
    RoomPage adas = ada.enter(room);
    eventually("a picture", () -> adas.stats().sent().framesSent(), frames -> frames > 0);
    Person bob = watched("Bob");
    RoomPage bobs = bob.enter(room);
    bobs.awaitMediaFrom(ada);
    adas.awaitMediaFrom(bob);
    assertEquals(List.of(EARLY + " 201"), answers);
  }

  @Test
  void isNotThereForWhoComesFirst() {
    String room = people.room(people.roomName("Meeting"));
    Person ada = watched("Ada");
    RoomPage adas = ada.enter(room);
    assertEquals(List.of(EARLY + " 204"), answers);
    Person bob = people.newcomer("Bob").arrive();
    bob.enter(room);
    adas.awaitMediaFrom(bob);
    assertEquals(List.of(EARLY + " 204", BY_TICKET + " 201"), answers);
  }
}
