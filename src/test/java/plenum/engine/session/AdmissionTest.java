package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.engine.EngineSettings;
import plenum.engine.MediaRefused;
import plenum.engine.MediaRefused.Reason;
import plenum.engine.SessionOffer;
import plenum.engine.StreamName;

/** Who is let in, and how those that vanish make room. */
class AdmissionTest {

  private static final InetAddress OTHER = address(192, 0, 2, 1);

  private static InetAddress address(int a, int b, int c, int d) {
    try {
      return InetAddress.getByAddress(new byte[] {(byte) a, (byte) b, (byte) c, (byte) d});
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static EngineSettings limits(int sessions, int perAddress, int handshakes) {
    return new EngineSettings(
        0,
        List.of(EngineFixture.LOOPBACK),
        sessions,
        perAddress,
        handshakes,
        1_000_000,
        Duration.ofSeconds(10),
        Duration.ofSeconds(10));
  }

  private static EngineSettings timeouts(Duration connect, Duration silence) {
    return new EngineSettings(
        0, List.of(EngineFixture.LOOPBACK), 10, 10, 10, 1_000_000, connect, silence);
  }

  private static void offer(EngineFixture fixture, String stream) {
    offer(fixture, stream, EngineFixture.LOOPBACK);
  }

  private static void offer(EngineFixture fixture, String stream, InetAddress from) {
    String sdp = fixture.peers.peer().offer(TestOffer.player("opus"));
    fixture.engine.play(new SessionOffer(new StreamName("live", stream), sdp, from));
  }

  private static void offer(
      EngineFixture fixture, String stream, InetAddress from, InetAddress counted) {
    String sdp = fixture.peers.peer().offer(TestOffer.player("opus"));
    fixture.engine.play(
        new SessionOffer(new StreamName("live", stream), sdp, from, counted, Optional.empty()));
  }

  private static Reason refusal(Runnable offer) {
    MediaRefused refused = assertThrows(MediaRefused.class, offer::run);
    assertTrue(refused.getMessage().length() > 20, refused.getMessage());
    return refused.reason();
  }

  @Test
  void refusesMoreSessionsThanItsLimit() {
    try (EngineFixture fixture = new EngineFixture(limits(2, 9, 9))) {
      offer(fixture, "a");
      offer(fixture, "b");
      assertEquals(Reason.TOO_MANY_SESSIONS, refusal(() -> offer(fixture, "c")));
    }
  }

  @Test
  void refusesMoreSessionsOfOneAddressThanItsLimit() {
    try (EngineFixture fixture = new EngineFixture(limits(9, 1, 9))) {
      offer(fixture, "a");
      assertEquals(Reason.TOO_MANY_FROM_ADDRESS, refusal(() -> offer(fixture, "b")));
    }
  }

  @Test
  void countsAllAddressesOfOneNetworkTogether() {
    try (EngineFixture fixture = new EngineFixture(limits(9, 1, 9))) {
      offer(fixture, "a", address(192, 0, 2, 7), OTHER);
      assertEquals(
          Reason.TOO_MANY_FROM_ADDRESS,
          refusal(() -> offer(fixture, "b", address(192, 0, 2, 8), OTHER)));
      offer(fixture, "c", address(192, 0, 2, 7), EngineFixture.LOOPBACK);
    }
  }

  @Test
  void refusesMoreHandshakesAtATimeThanItsLimit() {
    try (EngineFixture fixture = new EngineFixture(limits(9, 9, 4))) {
      fixture.player();
      offer(fixture, "a");
      offer(fixture, "b");
      offer(fixture, "c", OTHER);
      offer(fixture, "d", OTHER);
      assertEquals(Reason.TOO_MANY_SESSIONS, refusal(() -> offer(fixture, "e")));
    }
  }

  @Test
  void leavesHalfOfTheHandshakesToOtherAddresses() {
    try (EngineFixture fixture = new EngineFixture(limits(9, 9, 4))) {
      fixture.player();
      offer(fixture, "a");
      offer(fixture, "b");
      assertEquals(Reason.TOO_MANY_FROM_ADDRESS, refusal(() -> offer(fixture, "c")));
      offer(fixture, "c", OTHER);
      assertEquals(4, fixture.engine.clients().size());
    }
  }

  @Test
  void anEndedSessionMakesRoom() {
    try (EngineFixture fixture = new EngineFixture(limits(1, 1, 1))) {
      var client = fixture.play(TestOffer.player("opus"));
      fixture.engine.kick(client.answer().clientId());
      offer(fixture, "a");
      assertEquals(1, fixture.engine.clients().size());
    }
  }

  @Test
  void refusesASecondPublisherOfTheSameStream() {
    try (EngineFixture fixture = new EngineFixture()) {
      fixture.publish(TestOffer.publisher("opus"));
      assertEquals(Reason.STREAM_BUSY, refusal(() -> fixture.publish(TestOffer.publisher("opus"))));
    }
  }

  @Test
  void refusesWhatIsNoSdp() {
    try (EngineFixture fixture = new EngineFixture()) {
      var nonsense = EngineFixture.offer(EngineFixture.STREAM, "hello");
      assertEquals(Reason.MALFORMED_OFFER, refusal(() -> fixture.engine.publish(nonsense)));
    }
  }

  @Test
  void refusesAnOfferWithoutACodecThatItPasses() {
    try (EngineFixture fixture = new EngineFixture()) {
      String sdp = fixture.peers.peer().offer(TestOffer.publisher("VP8")).replace("VP8", "XYZ");
      var offer = EngineFixture.offer(EngineFixture.STREAM, sdp);
      assertEquals(Reason.NO_COMMON_CODEC, refusal(() -> fixture.engine.publish(offer)));
    }
  }

  @Test
  void endsAPublisherThatHasVanished() {
    Duration second = Duration.ofSeconds(1);
    try (EngineFixture fixture = new EngineFixture(timeouts(Duration.ofSeconds(9), second))) {
      TestPeer publisher = fixture.publisher();
      publisher.vanish();
      publisher.await("its end", () -> fixture.events.count("unpublished test") == 1);
      assertEquals(List.of(), fixture.engine.streams());
    }
  }

  @Test
  void keepsAPeerThatOnlyChecksItsConnectivity() throws InterruptedException {
    Duration silence = Duration.ofSeconds(2);
    try (EngineFixture fixture = new EngineFixture(timeouts(Duration.ofSeconds(9), silence))) {
      TestPeer player = fixture.player();
      for (int i = 0; i < 40; i++) {
        player.check();
        Thread.sleep(100);
      }
      assertEquals(1, fixture.engine.clients().size());
    }
  }

  @Test
  void endsASessionThatNeverConnects() {
    Duration second = Duration.ofSeconds(1);
    try (EngineFixture fixture = new EngineFixture(timeouts(second, Duration.ofSeconds(9)))) {
      offer(fixture, "a");
      TestPeer watch = fixture.peers.peer();
      watch.await("its end", () -> fixture.engine.clients().isEmpty());
      assertEquals(List.of(), fixture.engine.streams());
    }
  }

  @Test
  void replacesAPublisherThatHasFallenSilent() throws InterruptedException {
    try (EngineFixture fixture = new EngineFixture()) {
      TestPeer first = fixture.publisher();
      first.vanish();
      Thread.sleep(Duration.ofNanos(Admission.REPLACEABLE_NANOS).toMillis() + 200);
      fixture.publisher();
      assertEquals(1, fixture.events.count("unpublished test"));
      assertEquals(2, fixture.events.count("published test"));
    }
  }
}
