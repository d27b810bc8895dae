package plenum.media.ticket;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.media.StreamAction.PLAY;
import static plenum.media.StreamAction.PUBLISH;
import static plenum.media.stream.MediaFixture.LIFETIME;
import static plenum.media.stream.MediaFixture.keys;
import static plenum.media.stream.MediaFixture.text;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import plenum.media.MediaRefusal;
import plenum.media.MutableClock;
import plenum.media.StreamAction;
import plenum.media.StreamId;
import plenum.testing.Actors;

class TicketsTest {

  private static final StreamId CAMERA = new StreamId("group", "abc-camera");
  private static final String KEY = "first".repeat(8);

  private final MutableClock clock = new MutableClock();
  private final Tickets tickets = new Tickets(keys(KEY), LIFETIME, LIFETIME, clock);

  private String issued(StreamAction action) {
    return text(tickets.issue(Actors.known("ada"), action, CAMERA));
  }

  private void assertRefused(MediaRefusal.Reason reason, String text, StreamAction action) {
    MediaRefusal refusal =
        assertThrows(MediaRefusal.class, () -> tickets.check(text, action, CAMERA));
    assertEquals(reason, refusal.reason());
  }

  @Test
  void acceptsWhatItIssued() {
    TicketClaims claims = tickets.check(issued(PLAY), PLAY, CAMERA);
    assertEquals(Actors.id("ada").value(), claims.personId());
    assertEquals(clock.instant().plus(LIFETIME), claims.expires());
  }

  @Test
  void namesTheDoorInTheUrl() {
    Ticket ticket = tickets.issue(Actors.known("ada"), PUBLISH, CAMERA);
    assertTrue(ticket.url().startsWith("/rtc/v1/whip/?app=group&stream=abc-camera&ticket="));
  }

  @Test
  void writesTicketsThatNeedNoEscapingInAQuery() {
    assertTrue(issued(PLAY).matches("[A-Za-z0-9_-]+"));
  }

  @Test
  void refusesATicketWithAnyByteChanged() {
    String text = issued(PLAY);
    for (int i = 0; i < text.length() - 1; i++) {
      char other = text.charAt(i) == 'A' ? 'B' : 'A';
      assertRefused(
          MediaRefusal.Reason.TICKET_INVALID,
          text.substring(0, i) + other + text.substring(i + 1),
          PLAY);
    }
  }

  @Test
  void refusesWhatIsNoTicketAtAll() {
    for (String text : new String[] {"", "x", "%", "ticket", "A".repeat(40), "A".repeat(5000)}) {
      assertRefused(MediaRefusal.Reason.TICKET_INVALID, text, PLAY);
    }
  }

  @Test
  void refusesAnExpiredTicket() {
    String text = issued(PLAY);
    clock.pass(LIFETIME.plusMillis(1));
    assertRefused(MediaRefusal.Reason.TICKET_EXPIRED, text, PLAY);
  }

  @Test
  void acceptsATicketUntilItsLastMoment() {
    String text = issued(PLAY);
    clock.pass(LIFETIME);
    assertEquals(CAMERA, tickets.check(text, PLAY, CAMERA).stream());
  }

  @Test
  void refusesATicketForAnotherStream() {
    String other =
        text(tickets.issue(Actors.known("ada"), PLAY, new StreamId("group", "other-camera")));
    assertRefused(MediaRefusal.Reason.TICKET_FOR_SOMETHING_ELSE, other, PLAY);
  }

  @Test
  void refusesAPlayingTicketForPublishing() {
    assertRefused(MediaRefusal.Reason.TICKET_FOR_SOMETHING_ELSE, issued(PLAY), PUBLISH);
  }

  @Test
  void refusesATicketThatAnotherKeySigned() {
    Tickets other = new Tickets(keys("other".repeat(8)), LIFETIME, LIFETIME, clock);
    String text = text(other.issue(Actors.known("ada"), PLAY, CAMERA));
    assertRefused(MediaRefusal.Reason.TICKET_INVALID, text, PLAY);
  }

  @Test
  void acceptsTicketsOfThePreviousKey() {
    Tickets rotated = new Tickets(keys("second".repeat(8), KEY), LIFETIME, LIFETIME, clock);
    assertEquals(CAMERA, rotated.check(issued(PLAY), PLAY, CAMERA).stream());
  }

  @Test
  void signsWithTheNewestKey() {
    Tickets rotated = new Tickets(keys("second".repeat(8), KEY), LIFETIME, LIFETIME, clock);
    String text = text(rotated.issue(Actors.known("ada"), PLAY, CAMERA));
    assertRefused(MediaRefusal.Reason.TICKET_INVALID, text, PLAY);
  }

  @Test
  void refusesAPublishingTicketThatWasUsed() {
    TicketClaims claims = tickets.check(issued(PUBLISH), PUBLISH, CAMERA);
    tickets.use(claims);
    MediaRefusal refusal = assertThrows(MediaRefusal.class, () -> tickets.use(claims));
    assertEquals(MediaRefusal.Reason.TICKET_USED, refusal.reason());
  }

  @Test
  void letsAPlayingTicketBeUsedAgain() {
    TicketClaims claims = tickets.check(issued(PLAY), PLAY, CAMERA);
    tickets.use(claims);
    assertDoesNotThrow(() -> tickets.use(claims));
  }

  @Test
  void letsAPublishingTicketThatWasGivenBackBeUsed() {
    TicketClaims claims = tickets.check(issued(PUBLISH), PUBLISH, CAMERA);
    tickets.use(claims);
    tickets.giveBack(claims);
    assertDoesNotThrow(() -> tickets.use(claims));
  }

  @Test
  void remembersNoMoreUsedTicketsThanItsCapacity() {
    UsedTickets used = new UsedTickets(clock, clock::nanoTime, 2);
    used.add(1, clock.instant().plusSeconds(30));
    used.add(2, clock.instant().plusSeconds(30));
    MediaRefusal refusal =
        assertThrows(MediaRefusal.class, () -> used.add(3, clock.instant().plusSeconds(30)));
    assertEquals(MediaRefusal.Reason.TOO_MANY, refusal.reason());
    assertEquals(2, used.size());
  }

  @Test
  void forgetsUsedTicketsThatExpired() {
    UsedTickets used = new UsedTickets(clock, clock::nanoTime, 2);
    used.add(1, clock.instant().plusSeconds(30));
    used.add(2, clock.instant().plusSeconds(60));
    clock.pass(Duration.ofSeconds(31));
    used.add(3, clock.instant().plusSeconds(30));
    assertEquals(2, used.size());
  }

  @Test
  void remembersAUsedTicketWhileTheComputersClockIsSetThereAndBack() {
    UsedTickets used = new UsedTickets(clock, clock::nanoTime, 1);
    Instant expires = clock.instant().plusSeconds(30);
    used.add(1, expires);
    clock.set(Duration.ofHours(1));
    assertThrows(MediaRefusal.class, () -> used.add(2, clock.instant().plusSeconds(30)));
    clock.set(Duration.ofHours(-1));
    assertThrows(MediaRefusal.class, () -> used.add(1, expires));
    clock.set(Duration.ofHours(-1));
    clock.pass(Duration.ofSeconds(31));
    assertThrows(MediaRefusal.class, () -> used.add(1, expires), "it is good for an hour again");
  }

  @Test
  void showsNoTicketInItsText() {
    Ticket ticket = tickets.issue(Actors.known("ada"), PUBLISH, CAMERA);
    assertFalse(ticket.toString().contains(text(ticket)));
  }
}
