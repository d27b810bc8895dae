package plenum.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import plenum.media.MutableClock;
import plenum.media.doors.DoorFixture;
import plenum.settings.Network;

class BrakeTest {

  private final MutableClock clock = new MutableClock();
  private final Brake<Network> brake = new Brake<>(Brake.FAILURES, clock::nanoTime);

  private static Network address(int number) {
    return Network.ofClient(DoorFixture.address("10.1." + number / 256 + "." + number % 256));
  }

  @Test
  void remembersABoundedNumberOfAddresses() {
    for (int i = 0; i < Brake.CAPACITY + 100; i++) {
      brake.failed(address(i));
    }
    assertEquals(Brake.CAPACITY, brake.size());
  }

  @Test
  void doesNotCountWhatWasNoFailure() {
    for (int i = 0; i < Brake.FAILURES; i++) {
      brake.failed(address(1));
    }
    brake.withdrawn(address(1));
    assertEquals(Duration.ZERO, brake.pause(address(1)));
    assertTrue(brake.failed(address(1)));
    for (int i = 0; i < Brake.FAILURES; i++) {
      brake.withdrawn(address(1));
    }
    brake.withdrawn(address(2));
    assertEquals(0, brake.size());
  }

  @Test
  void pausesForAMinuteWhateverTheComputersClockShows() {
    for (int i = 0; i < Brake.FAILURES; i++) {
      brake.failed(address(1));
    }
    clock.set(Duration.ofHours(1));
    assertEquals(Duration.ofMinutes(1), brake.pause(address(1)));
    clock.set(Duration.ofHours(-2));
    clock.pass(Duration.ofMinutes(1));
    assertEquals(Duration.ZERO, brake.pause(address(1)));
  }

  @Test
  void forgetsFailuresOfTheMinuteBefore() {
    for (int i = 0; i < 100; i++) {
      brake.failed(address(i));
    }
    clock.pass(Duration.ofMinutes(1));
    brake.failed(address(1000));
    assertEquals(1, brake.size());
    assertEquals(Duration.ZERO, brake.pause(address(0)));
  }
}
