package plenum.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plenum.settings.Network;
import plenum.testing.ManualTimers;

class TurnsTest {

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final ManualTimers timers = new ManualTimers();
  private final Turns turns = new Turns(PAUSE, timers);
  private final List<String> released = new ArrayList<>();
  private final Set<String> gone = new HashSet<>();

  private void enter(String address, String request) throws UnknownHostException {
    turns.enter(Network.ofClient(InetAddress.getByName(address)), held(request));
  }

  private Turns.Held held(String request) {
    return new Turns.Held() {
      @Override
      public boolean isWanted() {
        return !gone.contains(request);
      }

      @Override
      public void release() {
        released.add(request);
      }
    };
  }

  @Test
  void oneGoesOnAtOnceAndOthersAfterPauses() throws UnknownHostException {
    enter("10.0.0.1", "a");
    enter("10.0.0.1", "b");
    enter("10.0.0.1", "c");
    assertEquals(List.of("a"), released);

    timers.pass(PAUSE.minusMillis(1));
    assertEquals(List.of("a"), released);
    timers.pass(Duration.ofMillis(1));
    assertEquals(List.of("a", "b"), released);
    timers.pass(PAUSE);
    assertEquals(List.of("a", "b", "c"), released);
  }

  @Test
  void afterAPauseInWhichNobodyCameTheNextGoesOnAtOnce() throws UnknownHostException {
    enter("10.0.0.1", "a");
    timers.pass(PAUSE);
    enter("10.0.0.1", "b");
    enter("10.0.0.1", "c");

    assertEquals(List.of("a", "b"), released);
  }

  @Test
  void addressesTakeTurnsHoweverManyTheOneHas() throws UnknownHostException {
    for (String request : List.of("a1", "a2", "a3", "a4")) {
      enter("10.0.0.1", request);
    }
    enter("10.0.0.2", "b1");
    enter("10.0.0.2", "b2");
    timers.pass(PAUSE.multipliedBy(9));

    assertEquals(List.of("a1", "a2", "b1", "a3", "b2", "a4"), released);
  }

  @Test
  void whoIsGoneEndsWithoutATurn() throws UnknownHostException {
    for (String request : List.of("a", "b", "c", "d", "e")) {
      enter("10.0.0.1", request);
    }
    gone.addAll(Set.of("b", "c"));

    timers.pass(PAUSE);
    assertEquals(List.of("a", "b", "c", "d"), released);
    gone.add("e");
    timers.pass(PAUSE);
    enter("10.0.0.1", "f");
    assertEquals(List.of("a", "b", "c", "d", "e", "f"), released);
  }
}
