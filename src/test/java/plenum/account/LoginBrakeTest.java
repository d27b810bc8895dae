package plenum.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.media.MutableClock;
import plenum.settings.Network;

class LoginBrakeTest {

  private static final Optional<String> UNKNOWN = Optional.empty();

  private final MutableClock clock = new MutableClock();
  private final LoginBrake brake = new LoginBrake(clock::nanoTime);
  private final LoginName ada = new LoginName("ada");

  private static Network from(int number) throws Exception {
    return Network.ofClient(
        InetAddress.getByAddress(new byte[] {10, 0, (byte) (number >> 8), (byte) number}));
  }

  private int failures(Network from, LoginName login, int wanted) {
    int failed = 0;
    for (int tries = 0; failed < wanted && tries < 10 * wanted; tries++) {
      Duration pause = brake.attempt(login, from, UNKNOWN);
      if (!pause.isZero()) {
        clock.pass(pause);
      } else {
        failed++;
      }
    }
    assertEquals(wanted, failed, "who waited as long as was told may try");
    return failed;
  }

  @Test
  void asksForLongerAndLongerPauses() throws Exception {
    failures(from(1), ada, 6);
    Duration first = brake.attempt(ada, from(1), UNKNOWN);
    clock.pass(first);
    assertEquals(Duration.ZERO, brake.attempt(ada, from(1), UNKNOWN));
    Duration second = brake.attempt(ada, from(1), UNKNOWN);

    assertEquals(first.multipliedBy(2), second);
    failures(from(1), ada, 10);
    assertEquals(Duration.ofMinutes(5), brake.attempt(ada, from(1), UNKNOWN), "never longer");
  }

  @Test
  void doesNotCountWhoHasToWait() throws Exception {
    failures(from(1), ada, 6);
    Duration pause = brake.attempt(ada, from(1), UNKNOWN);
    for (int i = 0; i < 100; i++) {
      brake.attempt(ada, from(1), UNKNOWN);
    }
    assertEquals(pause, brake.attempt(ada, from(1), UNKNOWN));
  }

  @Test
  void holdsNobodyUpForLongWhomThousandsGuess() throws Exception {
    for (int address = 0; address < 1000; address++) {
      brake.attempt(ada, from(address), UNKNOWN);
    }
    Duration pause = brake.attempt(ada, from(5000), UNKNOWN);
    assertTrue(pause.compareTo(Duration.ZERO) > 0, "all together are many");
    assertTrue(pause.compareTo(Duration.ofSeconds(30)) <= 0, pause.toString());
    assertEquals(Duration.ZERO, brake.attempt(ada, from(5000), Optional.of("known")));
  }

  @Test
  void slowsAnAddressDownThatTriesManyAccounts() throws Exception {
    for (int i = 0; i < 60; i++) {
      brake.attempt(new LoginName("person" + i), from(1), UNKNOWN);
    }
    assertTrue(brake.attempt(ada, from(1), UNKNOWN).compareTo(Duration.ZERO) > 0);
    assertEquals(Duration.ZERO, brake.attempt(ada, from(2), UNKNOWN));
  }

  @Test
  void countsNoSuccess() throws Exception {
    for (int i = 0; i < 200; i++) {
      assertEquals(Duration.ZERO, brake.attempt(ada, from(1), UNKNOWN));
      brake.succeeded(ada, from(1), UNKNOWN);
    }
    assertEquals(0, brake.size());
  }

  @Test
  void forgetsAfterAnHourAndRemembersNotEverybody() throws Exception {
    failures(from(1), ada, 6);
    clock.pass(Duration.ofMinutes(61));
    assertEquals(Duration.ZERO, brake.attempt(ada, from(1), UNKNOWN));
    for (int i = 0; i < LoginBrake.CAPACITY; i++) {
      brake.attempt(new LoginName("person" + i), from(i), UNKNOWN);
      clock.pass(Duration.ofMillis(1));
    }
    assertTrue(brake.size() <= LoginBrake.CAPACITY);
  }
}
