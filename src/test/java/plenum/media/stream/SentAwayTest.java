package plenum.media.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import plenum.media.Place;
import plenum.media.PlaceKind;
import plenum.media.StreamAction;
import plenum.media.StreamId;
import plenum.media.ticket.TicketClaims;

class SentAwayTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final Instant EXPIRY = NOW.plusSeconds(30);
  private static final Place OTHER_ROOM = new Place(PlaceKind.GROUP, "other");
  private static final StreamId CAMERA = new StreamId("group", "abc-camera");

  private final SentAway sentAway = new SentAway();

  private void leave(Place place, String person, Instant now) {
    sentAway.add(place, person, now.plusSeconds(30), expiry -> expiry.isBefore(now));
  }

  private static TicketClaims ticket(StreamAction action, String person, Instant expires) {
    return TicketClaims.of(person, CAMERA, action, expires);
  }

  @Test
  void voidsWhatWasGotBeforeLeaving() {
    leave(MediaFixture.ROOM, "grace", NOW);
    assertTrue(sentAway.voids(MediaFixture.ROOM, ticket(StreamAction.PLAY, "grace", EXPIRY)));
    assertFalse(
        sentAway.voids(
            MediaFixture.ROOM, ticket(StreamAction.PLAY, "grace", EXPIRY.plusMillis(1))));
  }

  @Test
  void voidsNothingOfOthersOrElsewhereOrForPublishing() {
    leave(MediaFixture.ROOM, "grace", NOW);
    assertFalse(sentAway.voids(MediaFixture.ROOM, ticket(StreamAction.PLAY, "ada", EXPIRY)));
    assertFalse(sentAway.voids(OTHER_ROOM, ticket(StreamAction.PLAY, "grace", EXPIRY)));
    assertFalse(sentAway.voids(MediaFixture.ROOM, ticket(StreamAction.PUBLISH, "grace", EXPIRY)));
  }

  @Test
  void remembersAPersonOnceForAPlace() {
    for (int stream = 0; stream < 100; stream++) {
      leave(MediaFixture.ROOM, "grace", NOW);
    }
    assertEquals(1, sentAway.size());
  }

  @Test
  void forgetsThoseWhoseTicketsAreOver() {
    for (int second = 0; second < 100; second++) {
      leave(MediaFixture.ROOM, "p" + second, NOW.plusSeconds(second));
    }
    assertEquals(31, sentAway.size());
  }
}
