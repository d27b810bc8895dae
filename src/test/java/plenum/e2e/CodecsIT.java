package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.e2e.Soon.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pictures are sent as everybody in a room can decode them, and whoever cannot is told. */
class CodecsIT {

  /** The codec of the picture that this page sends now. */
  private static final String SENT =
      """
      async () => {
        const senders = keptPeers.filter((peer) => peer.connectionState === "connected");
        for (const peer of senders) {
          const report = await peer.getStats();
          for (const entry of report.values()) {
            if (entry.type === "outbound-rtp" && entry.kind === "video" && entry.framesSent > 0) {
              return report.get(entry.codecId).mimeType;
            }
          }
        }
        return "";
      }
      """;

  @RegisterExtension final People people = new People();

  private String room;

  @BeforeEach
  void thereIsARoom() {
    room = people.room(people.roomName("Codecs"));
  }

  @Test
  void othersSendWhatANewcomerCanDecode() {
    Person ada = people.newcomer("Ada").startingWith(Scripts.KEEP_PEERS).arrive();
    Person bob = people.newcomer("Bob").startingWith(Scripts.decodingOnly("VP9")).arrive();
    RoomPage adas = ada.enter(room);
    Eventually.eventually("VP8 from Ada", () -> sent(adas), "video/VP8"::equals);

    RoomPage bobs = bob.enter(room);

    bobs.awaitMediaFrom(ada);
    bobs.awaitPictureIn(bobs.tileOf(ada));
    Eventually.eventually("VP9 from Ada", () -> sent(adas), "video/VP9"::equals);
    adas.awaitMediaFrom(bob);

    bob.leave();
    assertThat(adas.tiles()).hasCount(1);
    assertTrue(sent(adas).endsWith("VP9"), "who leaves disturbs nobody");
  }

  @Test
  void whoCanDecodeNothingThatIsSentIsToldAndHears() throws IOException, InterruptedException {
    Person ada = people.named("Ada");
    Person bob = people.newcomer("Bob").startingWith(Scripts.decodingOnly("H265")).arrive();
    ada.enter(room);

    RoomPage bobs = bob.enter(room);

    assertThat(bobs.tileOf(ada)).containsText("Your browser cannot show this picture (VP8).");
    assertThat(bobs.tileOf(ada)).hasAttribute("data-video", "false");
    bobs.awaitSoundFrom(ada);
    bobs.openPeople();
    assertThat(bobs.rowOf(ada)).containsText("your browser cannot show the picture (VP8)");
    String metrics = metrics();
    assertTrue(
        metrics.lines().anyMatch(line -> line.matches("plenum_room_undecodable.*VP8.* [1-9].*")),
        () -> "metrics: " + metrics.lines().filter(line -> line.contains("plenum_")).toList());
  }

  private static String sent(RoomPage page) {
    return String.valueOf(page.page().evaluate(SENT));
  }

  private String metrics() throws IOException, InterruptedException {
    URI metrics = people.server().url("/metrics?scope=application");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
        .body();
  }
}
