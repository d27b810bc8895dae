package plenum.media.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static plenum.media.doors.DoorFixture.json;
import static plenum.media.doors.DoorFixture.query;
import static plenum.media.doors.DoorFixture.request;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.http.Reply;
import plenum.media.StreamId;
import plenum.media.stream.MediaFixture;
import plenum.testing.Actors;

class IceDoorTest {

  private static final String FRAGMENT = "application/trickle-ice-sdpfrag";
  private static final String TRICKLE =
      """
      a=ice-ufrag:Gc4+
      a=ice-pwd:w2yPq8Rk5Zs1Lx7Vb3NtD0aM
      m=audio 9 UDP/TLS/RTP/SAVPF 111
      a=mid:0
      a=candidate:1 1 udp 2130706431 192.0.2.9 50123 typ host
      a=end-of-candidates
      """;
  private static final String RESTART = TRICKLE.replace("Gc4+", "Kx2b");

  private final MediaFixture media = new MediaFixture();
  private final StreamId camera = media.streams.open(MediaFixture.ROOM, "camera");
  private final IceDoor door = new IceDoor(media.doorkeeper);
  private final Reply created =
      new WhipDoor(media.doorkeeper, media.settings.site())
          .whip(
              request(
                  query(media.streams.publishTicket(Actors.known("ada"), camera).url()),
                  "v=0\r\n"));
  private final String location = query(created.headers().get("Location"));

  private Reply patch(String body, String ifMatch) {
    return door.patch(request(location, body), Optional.of(FRAGMENT), Optional.of(ifMatch));
  }

  private Reply patch(String body) {
    return door.patch(request(location, body), Optional.of(FRAGMENT), Optional.empty());
  }

  private static void assertProblem(int status, String code, Reply reply) {
    assertEquals(status, reply.status(), reply.body());
    assertEquals("application/problem+json", reply.headers().get("Content-Type"));
    assertEquals(code, json(reply).getString("code"));
  }

  @Test
  void isToldToClientsByTheAnswerToTheirOffer() {
    assertEquals("\"server1\"", created.headers().get("ETag"));
    assertEquals(FRAGMENT, created.headers().get("Accept-Patch"));
  }

  @Test
  void takesCandidatesThatAreNotNeeded() {
    Reply reply = patch(TRICKLE);
    assertEquals(204, reply.status());
    assertEquals("", reply.body());
    assertEquals(204, patch(TRICKLE, "*").status());
    assertEquals(204, patch(TRICKLE, "\"other\", \"server1\"").status());
    assertEquals(204, patch("a=end-of-candidates\r\n").status());
  }

  @Test
  void readsTheContentTypeAsItIsWritten() {
    Optional<String> type = Optional.of("Application/Trickle-ICE-sdpfrag; charset=utf-8");
    assertEquals(204, door.patch(request(location, TRICKLE), type, Optional.empty()).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/sdp", "application/json", "", ";"})
  void takesNoOtherContent(String type) {
    Reply reply = door.patch(request(location, TRICKLE), Optional.of(type), Optional.empty());
    assertProblem(405, "method-not-allowed", reply);
    assertEquals(FRAGMENT, reply.headers().get("Accept-Patch"));
    assertFalse(reply.headers().get("Allow").contains("PATCH"));
    assertProblem(
        405,
        "method-not-allowed",
        door.patch(request(location, TRICKLE), Optional.empty(), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "v=0\r\na=ice-ufrag:Gc4+\r\n",
        "a=ice-ufrag:Gc4+\r\n",
        "a=ice-pwd:w2yPq8Rk5Zs1Lx7Vb3NtD0aM\r\n",
        "a=x\u0007\r\n",
        "a=x\r\n\r\na=y\r\n"
      })
  void refusesWhatIsNoFragment(String body) {
    assertProblem(400, "malformed-request", patch(body, "*"));
  }

  @Test
  void knowsASessionByItsWholeLocationAlone() {
    assertProblem(
        400,
        "malformed-request",
        door.patch(request("app=a&stream=b", TRICKLE), Optional.of(FRAGMENT), Optional.empty()));
    for (String other :
        List.of(location.replace("token1", "token2"), location.replace("server1", "server9"))) {
      Reply reply = door.patch(request(other, RESTART), Optional.of(FRAGMENT), Optional.of("*"));
      assertProblem(404, "no-such-session", reply);
    }
  }

  @Test
  void restartsIce() {
    Reply reply = patch(RESTART, created.headers().get("ETag"));
    assertEquals(200, reply.status());
    assertEquals(FRAGMENT, reply.headers().get("Content-Type"));
    assertEquals("\"server1x\"", reply.headers().get("ETag"));
    assertEquals(
        """
        a=ice-lite
        m=audio 9 UDP/TLS/RTP/SAVPF 111
        a=mid:0
        a=ice-ufrag:server1x
        a=ice-pwd:the-password-of-the-server
        a=candidate:1 1 udp 2130706431 192.0.2.1 8000 typ host
        a=candidate:2 1 tcp 1520434943 192.0.2.1 8000 typ host tcptype passive
        a=end-of-candidates
        """
            .replace("\n", "\r\n"),
        reply.body());
  }

  @Test
  void restartsTheSessionThatItsNewestTagNames() {
    assertEquals(200, patch(RESTART, "*").status());
    assertEquals(204, patch(RESTART, "\"server1x\"").status(), "candidates under the new names");
    assertProblem(412, "precondition-failed", patch(TRICKLE, "\"server1\""));
    assertProblem(412, "precondition-failed", patch(TRICKLE, "W/\"server1x\""));
  }

  @Test
  void takesCandidatesOfBeforeARestartForNone() {
    assertEquals(200, patch(RESTART, "*").status());
    assertEquals(204, patch(TRICKLE).status());
    assertEquals(204, patch(TRICKLE, "*").status());
    assertEquals(204, patch(RESTART, "\"server1x\"").status(), "it is the one of before still");
  }

  @Test
  void restartsNothingWithoutIfMatch() {
    assertProblem(428, "precondition-required", patch(RESTART));
    assertEquals(204, patch(TRICKLE).status());
  }
}
