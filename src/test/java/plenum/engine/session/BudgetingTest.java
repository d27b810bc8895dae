package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.engine.Reception;
import plenum.engine.SendingLimits;

/** What the whole engine sends stays within a limit: sound comes, a picture only if it fits. */
class BudgetingTest {

  private static final SendingLimits NARROW = site(100_000);

  private final EngineFixture fixture = new EngineFixture();
  private final TestMedia media = new TestMedia();
  private final TestPeer ada = fixture.publisher();
  private int sent;

  @AfterEach
  void close() {
    fixture.close();
  }

  private static SendingLimits site(long bitrate) {
    return new SendingLimits(OptionalLong.of(bitrate), OptionalLong.empty(), List.of());
  }

  private EngineFixture.Client receiver() {
    EngineFixture.Client receiver = fixture.receive(2, 2);
    Reception wanted =
        new Reception(
            Map.of("0", new Reception.Picture(EngineFixture.STREAM, 720, 0)),
            Set.of(EngineFixture.STREAM));
    assertTrue(
        fixture.engine.assign(receiver.answer().session(), receiver.answer().token(), wanted));
    return receiver;
  }

  /** A picture and a sound, again and again, until something is so. */
  private void sendUntil(TestPeer at, String what, BooleanSupplier so) {
    at.await(
        what,
        () -> {
          sent++;
          ada.sendRtp(media.video(sent, 3000 * sent, true, (byte) 1));
          ada.sendRtp(media.audio(sent, 960 * sent, (byte) 2));
          return so.getAsBoolean();
        });
  }

  private static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  private static long count(TestPeer peer, int content) {
    return peer.packets().stream().filter(packet -> packet[packet.length - 1] == content).count();
  }

  private static boolean told(EngineFixture fixture, String what) {
    List<String> words =
        fixture.events.words().stream().filter(word -> word.startsWith("receiver lacks")).toList();
    return !words.isEmpty() && words.get(words.size() - 1).equals("receiver lacks " + what);
  }

  @Test
  void aPictureInOneSizeThatDoesNotFitIsWithheldAndTold() {
    fixture.engine.limit(NARROW);
    TestPeer peer = receiver().peer();
    sendUntil(peer, "news", () -> told(fixture, "{test=none by BUDGET}"));
    assertEquals(0, count(peer, 1));
    assertTrue(count(peer, 2) > 0);

    fixture.engine.limit(site(10_000_000));
    sendUntil(peer, "a picture", () -> count(peer, 1) > 0);
    sendUntil(peer, "better news", () -> told(fixture, "{}"));
  }

  @Test
  void withoutLimitsNothingWaits() {
    fixture.engine.limit(NARROW);
    TestPeer peer = receiver().peer();
    sendUntil(peer, "sound", () -> count(peer, 2) > 3);
    fixture.engine.limit(SendingLimits.NONE);
    sendUntil(peer, "a picture", () -> count(peer, 1) > 0);
  }

  @Test
  void playersOfOneStreamAreLimitedToo() {
    fixture.engine.limit(NARROW);
    TestPeer player = fixture.player();
    sendUntil(player, "sound", () -> count(player, 2) > 20);
    assertEquals(0, count(player, 1));
  }

  @Test
  void aLineLimitsThoseWhoAreBehindItAlone() {
    SendingLimits elsewhere =
        new SendingLimits(
            OptionalLong.empty(),
            OptionalLong.empty(),
            List.of(new SendingLimits.Line(address("10.0.0.0"), 8, 50_000)));
    fixture.engine.limit(elsewhere);
    TestPeer peer = receiver().peer();
    sendUntil(peer, "a picture", () -> count(peer, 1) > 0);
    fixture.engine.limit(
        new SendingLimits(
            OptionalLong.empty(),
            OptionalLong.empty(),
            List.of(new SendingLimits.Line(EngineFixture.LOOPBACK, 32, 50_000))));
    sendUntil(peer, "news", () -> told(fixture, "{test=none by BUDGET}"));
  }
}
