package plenum.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import plenum.identity.PersonId;
import plenum.settings.Network;
import plenum.testing.ManualTimers;

class SharesTest {

  private static final PersonId ADA = PersonId.fresh();
  private static final PersonId BOB = PersonId.fresh();
  private static final Network OFFICE = Network.ofClient(InetAddress.getLoopbackAddress());

  private final ManualTimers clock = new ManualTimers();
  private final Shares shares = new Shares(8, clock::nanoTime);
  private final List<Runnable> taken = new ArrayList<>();

  /** How many more there are. */
  private int takeAll(Supplier<Optional<Runnable>> one) {
    int count = 0;
    for (var share = one.get(); share.isPresent(); share = one.get()) {
      count++;
      taken.add(share.get());
    }
    return count;
  }

  private void giveAllBack() {
    taken.forEach(Runnable::run);
    taken.clear();
  }

  @Test
  void eachPersonHasItsOwn() {
    assertEquals(8, takeAll(() -> shares.take(ADA)));
    assertEquals(8, takeAll(() -> shares.take(BOB)));

    taken.get(0).run();
    assertEquals(1, takeAll(() -> shares.take(ADA)));
  }

  @Test
  void whoAsksAllTheTimeHasLessUntilThatEnds() {
    for (int i = 0; i < 120; i++) {
      shares.take(ADA).orElseThrow().run();
    }
    assertEquals(2, takeAll(() -> shares.take(ADA)));
    giveAllBack();

    clock.pass(Duration.ofSeconds(20));
    assertEquals(8, takeAll(() -> shares.take(ADA)));
  }

  @Test
  void strangersWhoseConnectionsAskAllTheTimeLeaveRoomForThoseWhoJustCame() {
    assertEquals(8, takeAll(() -> shares.take(OFFICE, true)));
    assertEquals(128, takeAll(() -> shares.take(OFFICE, false)));
    giveAllBack();

    assertEquals(8, takeAll(() -> shares.take(OFFICE, true)));
  }
}
