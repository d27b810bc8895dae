package plenum.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import plenum.media.MutableClock;
import plenum.media.doors.DoorFixture;

class BrakeTest {

  private final MutableClock clock = new MutableClock();
  private final Brake brake = new Brake(clock::nanoTime);

  private static InetAddress address(int number) {
    return DoorFixture.address("10.1." + number / 256 + "." + number % 256);
  }

  @Test
  void remembersABoundedNumberOfAddresses() {
    for (int i = 0; i < Brake.CAPACITY + 100; i++) {
      brake.failed(address(i));
    }
    assertEquals(Brake.CAPACITY, brake.size());
  }

  @Test
  void countsTheAddressesOfOneClientTogether() {
    for (int i = 0; i < Brake.FAILURES; i++) {
      brake.failed(DoorFixture.address("2001:db8:1:2::" + i));
    }
    assertTrue(brake.pause(DoorFixture.address("2001:db8:1:2::ffff")).toSeconds() > 0);
    assertEquals(Duration.ZERO, brake.pause(DoorFixture.address("2001:db8:1:3::1")));
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
