package plenum.signal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class OutboxTest {

  /** A wire whose client reads when the test says so. */
  private static final class SlowWire implements Outbox.Wire {
    private final List<String> sent = new ArrayList<>();
    private final Queue<Runnable> underWay = new ArrayDeque<>();
    private final List<CloseCode> closes = new ArrayList<>();
    private boolean fast;

    @Override
    public void send(String text, Runnable done) {
      sent.add(text);
      if (fast) {
        done.run();
      } else {
        underWay.add(done);
      }
    }

    @Override
    public void close(CloseCode code) {
      closes.add(code);
    }
  }

  private final SlowWire wire = new SlowWire();
  private final Outbox outbox = new Outbox(3, 100, wire);

  private boolean send(String text) {
    boolean added = outbox.add(text);
    outbox.pump();
    return added;
  }

  @Test
  void hasOneMessageUnderWayAtMost() {
    send("a");
    send("b");
    assertEquals(List.of("a"), wire.sent);

    wire.underWay.remove().run();
    assertEquals(List.of("a", "b"), wire.sent);
  }

  @Test
  void isFullAfterItsNumberOfMessages() {
    for (String text : List.of("under way", "1", "2", "3")) {
      assertTrue(send(text));
    }

    assertFalse(send("4"));
  }

  @Test
  void isFullAfterItsNumberOfCharacters() {
    send("under way");
    assertTrue(send("x".repeat(60)));

    assertFalse(send("x".repeat(60)));
  }

  @Test
  void takesOneMessageOfAnyLength() {
    assertTrue(send("x".repeat(10_000)));
    assertTrue(send("x".repeat(10_000)));
  }

  @Test
  void closesAfterWhatWaitsIsOut() {
    send("a");
    send("b");
    outbox.closeAfterwards(CloseCode.RESTARTING);
    send("c");
    assertTrue(wire.closes.isEmpty());

    wire.underWay.remove().run();
    wire.underWay.remove().run();
    assertEquals(List.of("a", "b"), wire.sent);
    assertEquals(List.of(CloseCode.RESTARTING), wire.closes);
  }

  @Test
  void closesASlowOneAtOnce() {
    send("a");
    send("b");
    outbox.closeNow(CloseCode.TOO_SLOW);
    wire.underWay.remove().run();

    assertEquals(List.of("a"), wire.sent);
    assertEquals(List.of(CloseCode.TOO_SLOW), wire.closes);
  }

  @Test
  void sendsAnyNumberOfMessagesToAFastClient() {
    wire.fast = true;
    Outbox big = new Outbox(100_000, 10_000_000, wire);
    for (int i = 0; i < 50_000; i++) {
      big.add("message");
    }
    big.pump();

    assertEquals(50_000, wire.sent.size());
  }
}
