package plenum.media.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.media.doors.DoorFixture.json;
import static plenum.media.doors.DoorFixture.query;
import static plenum.media.doors.DoorFixture.request;

import jakarta.json.Json;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.http.Reply;
import plenum.media.MediaRefusal;
import plenum.media.StreamAction;
import plenum.media.StreamId;
import plenum.media.node.FakeNode;
import plenum.media.stream.MediaFixture;
import plenum.media.ticket.Ticket;
import plenum.testing.Actors;

class JsonDoorTest {

  private final MediaFixture media = new MediaFixture();
  private final JsonDoor door = new JsonDoor(media.doorkeeper, new Envelope());
  private final StreamId camera = media.streams.open(MediaFixture.ROOM, "camera");

  private String body(Ticket ticket) {
    return body("webrtc://meet.example:8090" + camera.path() + "?" + query(ticket.url()));
  }

  private static String body(String streamUrl) {
    return Json.createObjectBuilder()
        .add("api", "http://meet.example/rtc/v1/publish/")
        .add("tid", "abc")
        .add("streamurl", streamUrl)
        .addNull("clientip")
        .add("sdp", "v=0\r\n")
        .build()
        .toString();
  }

  @Test
  void answersAsSrsDoes() {
    Reply reply =
        door.post(
            StreamAction.PUBLISH,
            request("", body(media.streams.publishTicket(Actors.known("ada"), camera))));
    assertEquals(200, reply.status());
    assertEquals(0, json(reply).getInt("code"));
    assertEquals(FakeNode.ANSWER, json(reply).getString("sdp"));
    assertEquals("server1:Gc4+", json(reply).getString("sessionid"));
    assertTrue(json(reply).keySet().containsAll(Set.of("server", "service", "pid")));
  }

  @Test
  void playsTheStreamOfTheUrl() {
    door.post(
        StreamAction.PLAY,
        request("", body(media.streams.playTicket(Actors.known("ada"), camera))));
    assertEquals(camera, media.node.clients().get(0).stream());
    assertEquals(StreamAction.PLAY, media.node.clients().get(0).action());
    assertFalse(media.node.offers().get(0).repairs());
  }

  @Test
  void takesTheTicketFromItsOwnUrlToo() {
    String query = query(media.streams.playTicket(Actors.known("ada"), camera).url());
    Reply reply = door.post(StreamAction.PLAY, request(query, body("webrtc://h" + camera.path())));
    assertEquals(0, json(reply).getInt("code"));
  }

  @Test
  void failsWithSrssCodeAProperStatusAndASentence() {
    media.node.refuse(MediaRefusal.Reason.STREAM_BUSY);
    Reply reply =
        door.post(
            StreamAction.PUBLISH,
            request("", body(media.streams.publishTicket(Actors.known("ada"), camera))));
    assertEquals(409, reply.status());
    assertEquals(400, json(reply).getInt("code"));
    assertEquals("stream-busy", json(reply).getString("reason"));
    assertFalse(json(reply).getString("message").isEmpty());
  }

  @Test
  void asksForATicket() {
    Reply reply = door.post(StreamAction.PLAY, request("", body("webrtc://h" + camera.path())));
    assertEquals(401, reply.status());
    assertEquals("no-ticket", json(reply).getString("reason"));
  }

  @Test
  void ignoresTheAddressThatAClientClaims() {
    String body =
        body(media.streams.playTicket(Actors.known("ada"), camera))
            .replace("\"clientip\":null", "\"clientip\":\"8.8.8.8\"");
    door.post(StreamAction.PLAY, request("", body));
    assertEquals(DoorFixture.CLIENT, media.node.clients().get(0).address());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "null",
        "{}",
        "{\"sdp\":\"v=0\"}",
        "{\"sdp\":\"v=0\",\"streamurl\":\"webrtc://h/a\"}",
        "{\"sdp\":\"v=0\",\"streamurl\":\"webrtc://h/a/b/c\"}",
        "{\"sdp\":\"v=0\",\"streamurl\":\"webrtc://h/a/b c\"}",
        "{\"sdp\":\"v=0\",\"streamurl\":\"mailto:ada\"}"
      })
  void refusesMalformedContent(String body) {
    Reply reply = door.post(StreamAction.PLAY, request("", body));
    assertEquals(400, reply.status());
    assertEquals("malformed-request", json(reply).getString("reason"));
  }

  /** What else is wrong only those are told who have a ticket. */
  @Test
  void refusesForTheTicketBeforeItLooksForAnOffer() {
    String offerless = "{\"sdp\":1,\"streamurl\":\"webrtc://h" + camera.path() + "\"}";
    assertEquals(401, door.post(StreamAction.PLAY, request("", offerless)).status());

    String query = query(media.streams.playTicket(Actors.known("ada"), camera).url());
    Reply permitted = door.post(StreamAction.PLAY, request(query, offerless));
    assertEquals(400, permitted.status());
    assertEquals("malformed-request", json(permitted).getString("reason"));
  }

  @Test
  void refusesDeeplyNestedContent() {
    Reply reply = door.post(StreamAction.PLAY, request("", "[".repeat(60_000)));
    assertEquals(400, reply.status());
  }
}
