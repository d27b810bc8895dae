package plenum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import plenum.contract.Seat.Right;
import plenum.media.StreamAction;
import plenum.media.StreamId;
import plenum.media.ticket.TestTickets;
import plenum.testing.SrsAccess;

/** What SRS itself refuses because Plenum's hook says no. */
@ParameterizedClass(name = "{0}", allowZeroInvocations = true)
@MethodSource("plenum.contract.Target#withSrs")
class SrsRefusalsContractIT {

  private static final String FOREIGN_KEY = "another-key-of-32-characters-and-more";

  private final Door door;
  private final SrsAccess srs;

  @RegisterExtension final Parties parties;

  private Seat ada;
  private Right right;

  SrsRefusalsContractIT(Target target) {
    this.door = new Door(target.server());
    this.srs = target.srs().orElseThrow();
    this.parties = new Parties(target.server());
  }

  private static String path(String kind, StreamId stream, String ticket) {
    return "/rtc/v1/%s/?app=%s&stream=%s&ticket=%s"
        .formatted(kind, stream.app(), stream.name(), ticket);
  }

  private StreamId aStreamIsOpen() {
    ada = parties.seat();
    right = ada.publish();
    return right.stream();
  }

  private String ticket(StreamAction action) {
    return TestTickets.of(action, right.stream(), ada.person()).text();
  }

  /** SRS 6 says no by closing the connection. */
  private void assertSrsRefuses(String path) {
    assertThrows(UncheckedIOException.class, () -> srs.offer(path, Door.OFFER), path);
  }

  @Test
  void publishersWithoutAGoodTicket() {
    StreamId stream = aStreamIsOpen();
    assertSrsRefuses("/rtc/v1/whip/?app=group&stream=" + stream.name());
    assertSrsRefuses(path("whip", stream, "forged"));
    assertSrsRefuses(
        path(
            "whip",
            stream,
            TestTickets.sealedWith(FOREIGN_KEY, StreamAction.PUBLISH, stream, "ada").text()));
    assertSrsRefuses(
        path("whip", stream, TestTickets.expired(StreamAction.PUBLISH, stream, "ada").text()));
    assertSrsRefuses(path("whip", stream, ticket(StreamAction.PLAY)));

    assertFalse(srs.clients().contains(stream.name()), "a refused session is kicked");
    assertEquals(201, parties.peer().publish(right.url()).status(), "the name is free");
  }

  @Test
  void playersWithoutAGoodTicket() {
    StreamId stream = aStreamIsOpen();
    assertSrsRefuses("/rtc/v1/whep/?app=group&stream=" + stream.name());
    assertSrsRefuses(path("whep", stream, "forged"));
    assertSrsRefuses(path("whep", stream, ticket(StreamAction.PUBLISH)));
    assertSrsRefuses(
        path("whep", stream, TestTickets.expired(StreamAction.PLAY, stream, "ada").text()));
  }

  @Test
  void streamsThatPlenumNeverOpened() {
    aStreamIsOpen();
    StreamId unknown = new StreamId("group", "never-opened");
    String ticket = TestTickets.of(StreamAction.PUBLISH, unknown, ada.person()).text();
    assertSrsRefuses(path("whip", unknown, ticket));
    assertSrsRefuses("/rtc/v1/whip/?app=live&stream=television");
  }

  @Test
  void aPublishingTicketForTheSecondTime() {
    StreamId stream = aStreamIsOpen();
    String ticket = ticket(StreamAction.PUBLISH);
    HttpResponse<String> first = srs.offer(path("whip", stream, ticket), Door.OFFER);
    assertEquals(201, first.statusCode());
    assertEquals(200, door.delete(Door.location(first)).statusCode());

    assertSrsRefuses(path("whip", stream, ticket));
    HttpResponse<String> atTheDoor = door.offer(path("whip", stream, ticket), Door.OFFER);
    assertEquals("ticket-used", Door.json(atTheDoor).getString("code"));
  }
}
