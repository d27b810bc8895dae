package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.engine.StreamName;
import plenum.engine.session.SessionIdentity.Purpose;

/** On which loop whoever comes will live. */
class HomesTest {

  private final Homes homes = new Homes(2);

  private static StreamName stream(String name) {
    return new StreamName("live", name);
  }

  private int publish(String stream, String place) {
    return homes.enter(stream(stream), Purpose.PUBLISH, Optional.of(place));
  }

  private void unpublish(String stream) {
    homes.leave(stream(stream), Purpose.PUBLISH);
  }

  @Test
  void keepsAPlaceTogether() {
    int loop = publish("ada", "room");
    for (int i = 0; i < 20; i++) {
      assertEquals(loop, publish("person" + i, "room"));
      assertEquals(loop, homes.enter(stream("person" + i), Purpose.PLAY, Optional.of("room")));
    }
    assertEquals(loop, homes.enter(stream("all"), Purpose.RECEIVE, Optional.of("room")));
  }

  @Test
  void putsTheNextPlaceWhereThereIsLeastToDo() {
    int first = publish("ada", "room");
    int second = publish("grace", "another");
    assertNotEquals(first, second);
    publish("barbara", "another");
    assertEquals(first, publish("edith", "third"));
  }

  /** A receiver is sent all that is published there. */
  @Test
  void countsAReceiverForAllThatItMayBeSent() {
    int large = publish("ada", "large");
    for (int i = 0; i < 4; i++) {
      publish("person" + i, "large");
      homes.enter(stream("receiver" + i), Purpose.RECEIVE, Optional.of("large"));
    }
    for (int i = 0; i < 20; i++) {
      assertNotEquals(large, publish("lonely" + i, "place" + i));
    }
    for (int i = 0; i < 6; i++) {
      publish("more" + i, "place0");
    }
    assertEquals(large, publish("last", "last"));
  }

  @Test
  void leavesAStreamWhereItIsAsLongAsItHasSessions() {
    int loop = publish("ada", "room");
    int other = publish("grace", "another");
    assertEquals(loop, homes.enter(stream("ada"), Purpose.PLAY, Optional.of("another")));
    unpublish("ada");
    assertEquals(Optional.of(loop), homes.of(stream("ada")), "it has a player");
    homes.leave(stream("ada"), Purpose.PLAY);
    assertEquals(Optional.empty(), homes.of(stream("ada")));
    assertEquals(other, publish("ada", "another"));
  }

  @Test
  void aStreamWithoutAPlaceIsAPlaceByItself() {
    int loop = homes.enter(stream("ada"), Purpose.PUBLISH, Optional.empty());
    assertEquals(loop, homes.enter(stream("ada"), Purpose.PLAY, Optional.empty()));
    assertNotEquals(loop, homes.enter(stream("grace"), Purpose.PUBLISH, Optional.empty()));
    assertEquals(2, homes.count());
  }

  @Test
  void aPlaceIsNoStreamOfTheSameName() {
    int loop = homes.enter(stream("ada"), Purpose.PUBLISH, Optional.empty());
    assertNotEquals(loop, publish("grace", stream("ada").url()));
  }

  @Test
  void forgetsPlacesThatEverybodyHasLeft() {
    for (int i = 0; i < 10; i++) {
      publish("person" + i, "place" + i);
      assertEquals(1, homes.count());
      unpublish("person" + i);
      assertEquals(0, homes.count());
    }
  }
}
