package plenum.media.srs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.http.ClientAddress;
import plenum.http.RequestHead;
import plenum.media.node.Nodes;
import plenum.media.stream.MediaFixture;

/** A stranger's hooks are refused, and do not fill the log. */
class HookCheckTest {

  private static final Logger LOG = Logger.getLogger(HookCheck.class.getName());

  private final FakeSrs srs = new FakeSrs();
  private final MediaFixture media =
      new MediaFixture(
          Map.of(
              "plenum.media.nodes",
              srs.base().toString(),
              "plenum.media.srs.hook-secret",
              "s".repeat(32)));
  private final SrsFleet fleet = new SrsFleet(media.settings, media.placement, media.board);
  private final HookDoor door =
      new HookDoor(
          media.settings,
          fleet,
          media.doorkeeper,
          media.placement,
          new Nodes(media.placement, fleet.nodes(), event -> {}));
  private long now;
  private final HookCheck check = new HookCheck(door, new ClientAddress(media.settings), () -> now);

  private final List<String> lines = new ArrayList<>();
  private final Handler log =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          lines.add(new SimpleFormatter().formatMessage(record));
        }

        @Override
        public void flush() {
          // Nothing is held back.
        }

        @Override
        public void close() {
          // Nothing is open.
        }
      };

  @BeforeEach
  void listen() {
    LOG.addHandler(log);
  }

  @AfterEach
  void stop() {
    LOG.removeHandler(log);
    srs.close();
  }

  private Optional<Integer> refusal(String secret, String address) {
    RequestHead head =
        new RequestHead(
            "POST",
            "/api/hooks/srs",
            "secret=" + secret,
            name -> Optional.empty(),
            ClientAddress.literal(address).orElseThrow());
    return check.refusal(head).map(reply -> reply.status());
  }

  @Test
  void letsSrsPassWithoutAWord() {
    assertEquals(Optional.empty(), refusal("s".repeat(32), "127.0.0.1"));
    assertTrue(lines.isEmpty());
  }

  @Test
  void tellsOnceAMinuteThatStrangersWereRefused() {
    for (int i = 0; i < 1000; i++) {
      assertEquals(Optional.of(403), refusal("guess", "192.0.2.7"));
    }
    assertEquals(
        List.of("A hook from 192.0.2.7 was refused: wrong secret, or wrong address."), lines);

    now += Duration.ofMinutes(1).toNanos();
    assertEquals(Optional.of(403), refusal("guess", "192.0.2.8"));
    assertEquals(
        "A hook from 192.0.2.8 was refused: wrong secret, or wrong address."
            + " So were 999 since this was told last.",
        lines.get(1));
    assertEquals(2, lines.size());
  }
}
