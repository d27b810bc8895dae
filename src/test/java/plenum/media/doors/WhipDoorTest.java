package plenum.media.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.media.doors.DoorFixture.json;
import static plenum.media.doors.DoorFixture.query;
import static plenum.media.doors.DoorFixture.request;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.http.Body;
import plenum.http.Reply;
import plenum.media.MediaRefusal;
import plenum.media.StreamAction;
import plenum.media.StreamId;
import plenum.media.node.FakeNode;
import plenum.media.stream.MediaFixture;
import plenum.settings.SiteSettings;
import plenum.testing.Actors;

class WhipDoorTest {

  private static final String OFFER = "v=0\r\n";

  private final MediaFixture media = new MediaFixture();
  private final WhipDoor door = new WhipDoor(media.doorkeeper, media.settings.site());
  private final StreamId camera = media.streams.open(MediaFixture.ROOM, "camera");

  private String publishQuery() {
    return query(media.streams.publishTicket(Actors.known("ada"), camera).url());
  }

  private String playQuery() {
    return query(media.streams.playTicket(Actors.known("ada"), camera).url());
  }

  private static void assertProblem(int status, String code, Reply reply) {
    assertEquals(status, reply.status());
    assertEquals("application/problem+json", reply.headers().get("Content-Type"));
    assertEquals(status, json(reply).getInt("status"));
    assertEquals(code, json(reply).getString("code"));
    assertFalse(json(reply).getString("detail").isEmpty());
    assertFalse(json(reply).getString("title").isEmpty());
    assertEquals("urn:plenum:problem:" + code, json(reply).getString("type"));
  }

  @Test
  void answersAnOfferWithSdp() {
    Reply reply = door.whip(request(publishQuery(), OFFER));
    assertEquals(201, reply.status());
    assertEquals("application/sdp", reply.headers().get("Content-Type"));
    assertEquals(FakeNode.ANSWER, reply.body());
  }

  @Test
  void handsTheOfferToTheNode() {
    door.whip(request(publishQuery(), OFFER));
    assertEquals(camera, media.node.offers().get(0).stream());
    assertEquals(OFFER, media.node.offers().get(0).sdp());
    assertEquals(DoorFixture.CLIENT, media.node.offers().get(0).remote());
  }

  @Test
  void writesTheLocationAsSrsDoes() {
    Reply reply = door.whep(request(playQuery(), OFFER));
    assertEquals(
        "/rtc/v1/whip/?action=delete&token=token1&app=group&stream="
            + camera.name()
            + "&session=server1:Gc4+",
        reply.headers().get("Location"));
  }

  @Test
  void writesTheContextPathIntoTheLocation() {
    WhipDoor below = new WhipDoor(media.doorkeeper, new SiteSettings("/plenum"));
    String location = below.whep(request(playQuery(), OFFER)).headers().get("Location");
    assertTrue(location.startsWith("/plenum/rtc/v1/whip/?action=delete&token="), location);
  }

  @Test
  void endsTheSessionThatALocationNames() {
    Reply created = door.whip(request(publishQuery(), OFFER));
    Reply deleted = door.delete(request(query(created.headers().get("Location")), ""));
    assertEquals(200, deleted.status());
    assertEquals(List.of(), media.node.clients());
  }

  @Test
  void endsASessionWhoseLocationWasEscapedOnTheWay() {
    Reply created = door.whip(request(publishQuery(), OFFER));
    String escaped =
        query(created.headers().get("Location")).replace(":", "%3A").replace("+", "%2B");
    door.delete(request(escaped, ""));
    assertEquals(List.of(), media.node.clients());
  }

  @Test
  void answersTheDeletionOfAnUnknownSessionAsSrsDoes() {
    Reply reply = door.delete(request("token=x&app=a&stream=b&session=c:d", ""));
    assertEquals(200, reply.status());
  }

  @Test
  void keepsASessionWhoseTokenIsWrong() {
    door.whip(request(publishQuery(), OFFER));
    door.delete(
        request("token=token9&app=group&stream=" + camera.name() + "&session=server1:Gc4+", ""));
    assertEquals(1, media.node.clients().size());
  }

  @Test
  void asksForAWholeLocation() {
    assertProblem(400, "malformed-request", door.delete(request("app=a&stream=b", "")));
  }

  @Test
  void playsThroughWhipWhenTheActionSaysSo() {
    door.whip(request(playQuery() + "&action=play", OFFER));
    assertEquals(StreamAction.PLAY, media.node.clients().get(0).action());
  }

  @Test
  void playsThroughWhipForAnyActionButPublish() {
    door.whip(request(playQuery() + "&action=foo", OFFER));
    assertEquals(StreamAction.PLAY, media.node.clients().get(0).action());
  }

  @Test
  void takesTheTicketFromTheTokenParameter() {
    String query = publishQuery().replace("ticket=", "token=");
    assertEquals(201, door.whip(request(query, OFFER)).status());
  }

  @Test
  void takesTheTicketFromABearerHeader() {
    String[] halves = publishQuery().split("&ticket=");
    DoorRequest request = request(halves[0], Optional.of("Bearer " + halves[1]), OFFER);
    assertEquals(201, door.whip(request).status());
  }

  @Test
  void fillsInSrssNamesWhereTheClientGivesNone() {
    MediaFixture open = new MediaFixture(Map.of("plenum.media.open", "true"));
    new WhipDoor(open.doorkeeper, open.settings.site()).whip(request("", OFFER));
    assertEquals(new StreamId("live", "livestream"), open.node.offers().get(0).stream());
  }

  @Test
  void ignoresParametersItDoesNotKnow() {
    Reply reply = door.whip(request(publishQuery() + "&x=1&y=2", OFFER));
    assertEquals(201, reply.status());
  }

  @Test
  void judgesTheFirstOfRepeatedParameters() {
    String query = publishQuery() + "&stream=another&app=live";
    door.whip(request(query, OFFER));
    assertEquals(camera, media.node.offers().get(0).stream());
  }

  @Test
  void asksForATicket() {
    Reply reply = door.whip(request("app=group&stream=" + camera.name(), OFFER));
    assertProblem(401, "no-ticket", reply);
    assertTrue(reply.headers().get("WWW-Authenticate").startsWith("Bearer"));
  }

  @Test
  void refusesAForgedTicket() {
    Reply reply = door.whip(request("app=group&stream=" + camera.name() + "&ticket=x", OFFER));
    assertProblem(403, "ticket-invalid", reply);
  }

  @Test
  void refusesAnExpiredTicket() {
    String query = publishQuery();
    media.clock.pass(MediaFixture.LIFETIME.plusSeconds(1));
    assertProblem(403, "ticket-expired", door.whip(request(query, OFFER)));
  }

  @Test
  void refusesATicketForAnotherStream() {
    StreamId other = media.streams.open(MediaFixture.ROOM, "camera");
    String query = publishQuery().replace(camera.name(), other.name());
    assertProblem(403, "ticket-for-something-else", door.whip(request(query, OFFER)));
  }

  @Test
  void refusesToPublishWithAPlayingTicket() {
    assertProblem(403, "ticket-for-something-else", door.whip(request(playQuery(), OFFER)));
  }

  @Test
  void refusesToPublishTwiceWithOneTicket() {
    String query = publishQuery();
    door.whip(request(query, OFFER));
    assertProblem(403, "ticket-used", door.whip(request(query, OFFER)));
  }

  @Test
  void refusesAStreamThatIsClosed() {
    String query = playQuery();
    media.streams.close(camera);
    assertProblem(403, "stream-closed", door.whep(request(query, OFFER)));
  }

  @Test
  void refusesABadName() {
    assertProblem(400, "bad-name", door.whep(request("app=group&stream=a.b", OFFER)));
  }

  @Test
  void refusesContentThatIsTooLong() {
    Reply reply = door.whip(request(publishQuery(), "x".repeat(Body.MAX_BYTES + 1)));
    assertProblem(413, "too-long", reply);
  }

  @Test
  void readsContentUpToItsLimit() {
    Reply reply = door.whip(request(publishQuery(), "x".repeat(Body.MAX_BYTES)));
    assertEquals(201, reply.status());
  }

  @ParameterizedTest
  @CsvSource({
    "MALFORMED_OFFER, 400, malformed-offer",
    "NO_COMMON_CODEC, 406, no-common-codec",
    "UNSUPPORTED_OFFER, 422, unsupported-offer",
    "STREAM_BUSY, 409, stream-busy",
    "TOO_MANY, 503, too-many-sessions",
    "TOO_MANY_FROM_ADDRESS, 429, too-many-from-address",
    "UNAVAILABLE, 503, unavailable"
  })
  void givesEveryRefusalOfTheNodeItsStatus(MediaRefusal.Reason reason, int status, String code) {
    media.node.refuse(reason);
    assertProblem(status, code, door.whip(request(publishQuery(), OFFER)));
  }

  @ParameterizedTest
  @CsvSource({"TOO_MANY", "TOO_MANY_FROM_ADDRESS", "UNAVAILABLE"})
  void saysWhenToTryAgain(MediaRefusal.Reason reason) {
    media.node.refuse(reason);
    Reply reply = door.whip(request(publishQuery(), OFFER));
    assertTrue(Integer.parseInt(reply.headers().get("Retry-After")) > 0);
  }
}
