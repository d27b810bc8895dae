package plenum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.contract.Seat.Right;
import plenum.media.StreamAction;
import plenum.media.StreamId;
import plenum.media.ticket.TestTickets;
import plenum.testing.Quick;

/** Who and what is refused, with which status and sentence. */
@Quick
@AgainstEveryTarget
class RefusalsContractIT {

  private final Target target;
  private final Door door;

  @RegisterExtension final Parties parties;

  RefusalsContractIT(Target target) {
    this.target = target;
    this.door = new Door(target.server());
    this.parties = new Parties(target.server());
  }

  private static String whip(StreamId stream, String ticket) {
    return path("whip", stream, ticket);
  }

  private static String path(String kind, StreamId stream, String ticket) {
    return "/rtc/v1/%s/?app=%s&stream=%s&ticket=%s"
        .formatted(kind, stream.app(), stream.name(), ticket);
  }

  private static String ticket(StreamAction action, Right right, Seat seat) {
    return TestTickets.of(action, right.stream(), seat.person()).text();
  }

  private static void assertProblem(
      int status, String code, String sentence, HttpResponse<String> response) {
    assertEquals(status, response.statusCode(), response.body());
    assertEquals(
        "application/problem+json", response.headers().firstValue("Content-Type").orElse(""));
    JsonObject problem = Door.json(response);
    assertEquals(code, problem.getString("code"));
    assertEquals(sentence, problem.getString("detail"));
  }

  @Test
  void withoutATicket() {
    HttpResponse<String> response =
        door.offer(
            "/rtc/v1/whip/?app=group&stream=" + parties.seat().publish().stream().name(),
            Door.OFFER);
    assertProblem(
        401,
        "no-ticket",
        "A ticket is needed: as the ticket parameter, or as Authorization: Bearer.",
        response);
    assertTrue(response.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Bearer"));
  }

  @Test
  void withATicketOfAnotherServer() {
    Seat ada = parties.seat();
    StreamId stream = ada.publish().stream();
    String foreign =
        TestTickets.sealedWith(
                "another-key-of-32-characters-and-more", StreamAction.PUBLISH, stream, ada.person())
            .text();
    assertProblem(
        403,
        "ticket-invalid",
        "This is not a ticket of this server.",
        door.offer(whip(stream, foreign), Door.OFFER));
  }

  @Test
  void butNotWithATicketFromBeforeTheKeyWasChanged() {
    Seat ada = parties.seat();
    StreamId stream = ada.publish().stream();
    String before =
        TestTickets.sealedWith(TestTickets.KEY_BEFORE, StreamAction.PUBLISH, stream, ada.person())
            .text();
    assertEquals(201, door.offer(whip(stream, before), Door.OFFER).statusCode());
  }

  @Test
  void withATicketThatExpired() {
    Seat ada = parties.seat();
    StreamId stream = ada.publish().stream();
    String old = TestTickets.expired(StreamAction.PUBLISH, stream, ada.person()).text();
    assertProblem(
        403,
        "ticket-expired",
        "The ticket has expired. Ask for a new one.",
        door.offer(whip(stream, old), Door.OFFER));
  }

  @Test
  void withATicketForSomethingElse() {
    Seat ada = parties.seat();
    Right right = ada.publish();
    StreamId other = parties.besides(ada).publish().stream();
    String sentence = "The ticket is for another stream, or for playing instead of publishing.";
    assertProblem(
        403,
        "ticket-for-something-else",
        sentence,
        door.offer(whip(right.stream(), ticket(StreamAction.PLAY, right, ada)), Door.OFFER));
    assertProblem(
        403,
        "ticket-for-something-else",
        sentence,
        door.offer(whip(other, ticket(StreamAction.PUBLISH, right, ada)), Door.OFFER));
    assertProblem(
        403,
        "ticket-for-something-else",
        sentence,
        door.offer(
            path("whep", right.stream(), ticket(StreamAction.PUBLISH, right, ada)), Door.OFFER));
  }

  @Test
  void withATicketThatWasUsed() {
    String url = parties.seat().publish().url();
    assertEquals(201, door.offer(url, Door.OFFER).statusCode());
    HttpResponse<String> again = door.offer(url, Door.OFFER);
    assertEquals(403, again.statusCode(), again.body());
    assertEquals("ticket-used", Door.json(again).getString("code"));
  }

  @Test
  void whoseRoomIsGone() {
    Seat ada = parties.seat();
    Right right = ada.publish();
    ada.deleteRoom();
    assertProblem(
        403,
        "stream-closed",
        "This stream is closed, or was never opened.",
        door.offer(right.url(), Door.OFFER));
  }

  @Test
  void thatIsNoOffer() {
    Right right = parties.seat().publish();
    HttpResponse<String> response = door.offer(right.url(), "not an offer");
    assertEquals(400, response.statusCode(), response.body());
    assertEquals("malformed-offer", Door.json(response).getString("code"));
    assertEquals(201, door.offer(right.url(), Door.OFFER).statusCode(), "the ticket is good still");
  }

  @Test
  void withoutACodecThatPasses() {
    Right right = parties.seat().publish();
    String offer = Door.OFFER.replaceAll("(?i)(opus|VP8|VP9|H264|AV1|H265|rtx)/", "X-$1/");
    HttpResponse<String> response = door.offer(right.url(), offer);
    assertEquals(406, response.statusCode(), response.body());
    assertEquals("no-common-codec", Door.json(response).getString("code"));
  }

  /** Neither publishers nor players are served in part (RFC 9725, section 4.4). */
  @Test
  void whoseSoundOrPictureAloneCannotBeServed() {
    Seat ada = parties.seat();
    Right right = ada.publish();
    for (String part : List.of("(?i)opus/", "(?i)(VP8|VP9|H264|AV1)/")) {
      HttpResponse<String> response =
          door.offer(right.url(), Door.OFFER.replaceAll(part, "X-codec/"));
      assertEquals(406, response.statusCode(), response.body());
      assertEquals("no-common-codec", Door.json(response).getString("code"));
      String playing = path("whep", right.stream(), ticket(StreamAction.PLAY, right, ada));
      String player = Door.OFFER.replaceAll(part, "X-codec/").replace("sendonly", "recvonly");
      assertEquals(406, door.offer(playing, player).statusCode());
    }
  }

  @Test
  void thatIsTooLongOrNamesNothing() {
    Right right = parties.seat().publish();
    assertEquals(413, door.offer(right.url(), "x".repeat(70_000)).statusCode());
    HttpResponse<String> dot = door.offer("/rtc/v1/whip/?app=group&stream=a.b", Door.OFFER);
    assertEquals(400, dot.statusCode());
    assertEquals("bad-name", Door.json(dot).getString("code"));
    assertEquals(405, door.send("PATCH", right.url(), "", "Accept", "*/*").statusCode());
    for (String path : List.of("whip", "whep", "whip-play")) {
      HttpResponse<String> get = door.send("GET", "/rtc/v1/" + path + "/", "", "Accept", "*/*");
      assertEquals(405, get.statusCode());
      String allowed = get.headers().firstValue("Allow").orElse("");
      assertTrue(allowed.contains("PATCH") && allowed.contains("DELETE"), allowed);
    }
  }

  @Test
  void butNotForTheCandidatesThatFollow() {
    HttpResponse<String> created = door.offer(parties.seat().publish().url(), Door.OFFER);
    String tag = created.headers().firstValue("ETag").orElse("");
    for (String ifMatch : List.of("*", tag)) {
      HttpResponse<String> response =
          door.send(
              "PATCH",
              Door.location(created),
              "a=ice-ufrag:o5FQ\r\na=ice-pwd:ztvLxOc+0V+yDclG4JBlgSVc\r\na=end-of-candidates\r\n",
              "Content-Type",
              "application/trickle-ice-sdpfrag",
              "If-Match",
              ifMatch);
      assertEquals(204, response.statusCode(), response.body());
    }
  }

  @Test
  void thatComesBySrssJsonApi() {
    Seat ada = parties.seat();
    Right right = ada.publish();
    JsonObject refused = json("publish", right.stream(), "forged");
    assertEquals(400, refused.getInt("code"));
    assertEquals("ticket-invalid", refused.getString("reason"));

    JsonObject accepted = json("publish", right.stream(), ticket(StreamAction.PUBLISH, right, ada));
    assertEquals(0, accepted.getInt("code"), accepted.toString());
    assertTrue(accepted.getString("sessionid").contains(":"));
  }

  private JsonObject json(String door, StreamId stream, String ticket) {
    String body =
        Json.createObjectBuilder()
            .add("streamurl", "webrtc://localhost" + stream.path() + "?ticket=" + ticket)
            .add("sdp", Door.OFFER)
            .build()
            .toString();
    return Door.json(this.door.offer("/rtc/v1/" + door + "/", body));
  }

  /** Nothing that a client adds of its own reaches what carries the media. */
  @Test
  void toPassOnWhatIsNoParameterOfOurs() {
    Right right = parties.seat().publish();
    HttpResponse<String> response = door.offer(right.url() + "&x=mychoice", Door.OFFER);
    assertEquals(201, response.statusCode(), response.body());
    assertFalse(response.body().contains("mychoice"));
    assertFalse(Door.location(response).contains("mychoice"));
  }
}
