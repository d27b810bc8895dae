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

  private Duration paused(LoginName login, Network from, Optional<String> device) {
    return brake.attempt(login, from, device).pause();
  }

  private int failures(Network from, LoginName login, int wanted) {
    int failed = 0;
    for (int tries = 0; failed < wanted && tries < 10 * wanted; tries++) {
      Duration pause = paused(login, from, UNKNOWN);
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
    Duration first = paused(ada, from(1), UNKNOWN);
    clock.pass(first);
    assertEquals(Duration.ZERO, paused(ada, from(1), UNKNOWN));
    Duration second = paused(ada, from(1), UNKNOWN);

    assertEquals(first.multipliedBy(2), second);
    failures(from(1), ada, 10);
    assertEquals(Duration.ofMinutes(5), paused(ada, from(1), UNKNOWN), "never longer");
  }

  @Test
  void doesNotCountWhoHasToWait() throws Exception {
    failures(from(1), ada, 6);
    Duration pause = paused(ada, from(1), UNKNOWN);
    for (int i = 0; i < 100; i++) {
      paused(ada, from(1), UNKNOWN);
    }
    assertEquals(pause, paused(ada, from(1), UNKNOWN));
  }

  @Test
  void holdsNobodyUpForLongWhomThousandsGuess() throws Exception {
    for (int address = 0; address < 1000; address++) {
      paused(ada, from(address), UNKNOWN);
    }
    Duration pause = paused(ada, from(5000), UNKNOWN);
    assertTrue(pause.compareTo(Duration.ZERO) > 0, "all together are many");
    assertTrue(pause.compareTo(Duration.ofSeconds(3)) <= 0, pause.toString());
    assertEquals(Duration.ZERO, paused(ada, from(5000), Optional.of("known")));
  }

  /** A few addresses that go on and on, against a browser of which nothing is known yet. */
  @Test
  void letsAnotherAddressInBesideThoseThatHaveGuessedBefore() throws Exception {
    for (int second = 0; second < 4000; second++) {
      paused(ada, from(second % 20), UNKNOWN);
      clock.pass(Duration.ofSeconds(1));
    }
    int waited = 0;
    while (!paused(ada, from(5000), UNKNOWN).isZero()) {
      waited++;
      paused(ada, from(waited % 20), UNKNOWN);
      clock.pass(Duration.ofSeconds(1));
    }
    assertTrue(waited <= 3, "seconds: " + waited);
  }

  @Test
  void letsThoseWaitWhoHaveGuessedBefore() throws Exception {
    failures(from(1), ada, 5);
    for (int address = 2; address < 62; address++) {
      failures(from(address), ada, 1);
    }
    clock.pass(Duration.ofMinutes(2));
    assertEquals(Duration.ZERO, paused(ada, from(5000), UNKNOWN));
    assertEquals(Duration.ofSeconds(30), paused(ada, from(1), UNKNOWN));
    assertEquals(Duration.ofSeconds(3), paused(ada, from(5001), UNKNOWN));
  }

  private static Network ofHouse(int number) throws Exception {
    return Network.ofClient(InetAddress.getByName("2001:db8:0:12%02x::1".formatted(number)));
  }

  /** A provider gives a house 256 networks, each as good for guessing as an address of IPv4. */
  @Test
  void takesAllNetworksOfAHouseForOne() throws Exception {
    for (int second = 0; second < 1000; second++) {
      paused(ada, ofHouse(second % 256), UNKNOWN);
      clock.pass(Duration.ofSeconds(1));
    }
    int waited = 0;
    do {
      clock.pass(Duration.ofSeconds(1));
      paused(ada, ofHouse(waited % 256), UNKNOWN);
    } while (!paused(ada, from(5000), UNKNOWN).isZero() && ++waited < 60);
    assertTrue(waited <= 3, "seconds: " + waited);
    assertEquals(Duration.ofSeconds(30), paused(ada, ofHouse(255), UNKNOWN));
    assertEquals(
        Duration.ofSeconds(3),
        paused(ada, Network.ofClient(InetAddress.getByName("2001:db8:1:1200::1")), UNKNOWN));
  }

  @Test
  void slowsAnAddressDownThatTriesManyAccounts() throws Exception {
    for (int i = 0; i < 60; i++) {
      paused(new LoginName("person" + i), from(1), UNKNOWN);
    }
    assertTrue(paused(ada, from(1), UNKNOWN).compareTo(Duration.ZERO) > 0);
    assertEquals(Duration.ZERO, paused(ada, from(2), UNKNOWN));
  }

  @Test
  void countsNoSuccess() throws Exception {
    for (int i = 0; i < 200; i++) {
      LoginBrake.Attempt attempt = brake.attempt(ada, from(1), UNKNOWN);
      assertTrue(attempt.isNow());
      brake.succeeded(attempt);
    }
    assertEquals(0, brake.size());
  }

  @Test
  void forgetsAfterAnHourAndRemembersNotEverybody() throws Exception {
    failures(from(1), ada, 6);
    clock.pass(Duration.ofMinutes(61));
    assertEquals(Duration.ZERO, paused(ada, from(1), UNKNOWN));
    for (int i = 0; i < LoginBrake.CAPACITY; i++) {
      paused(new LoginName("person" + i), from(i), UNKNOWN);
      clock.pass(Duration.ofMillis(1));
    }
    assertTrue(brake.size() <= LoginBrake.CAPACITY);
  }

  @Test
  void countsNothingThatNobodyLookedAt() throws Exception {
    for (int i = 0; i < 200; i++) {
      LoginBrake.Attempt attempt = brake.attempt(ada, from(1), UNKNOWN);
      assertTrue(attempt.isNow());
      brake.withdrawn(attempt);
    }
    assertEquals(0, brake.size());
  }

  /** A house behind one address: many right passwords, and some wrong ones. */
  @Test
  void holdsNobodyUpForTheWrongPasswordsOfAHouse() throws Exception {
    int waited = 0;
    for (int i = 0; i < 3000; i++) {
      clock.pass(Duration.ofSeconds(1));
      LoginBrake.Attempt attempt = brake.attempt(new LoginName("person" + i), from(1), UNKNOWN);
      waited += attempt.isNow() ? 0 : 1;
      if (i % 10 != 0) {
        brake.succeeded(attempt);
      }
    }
    assertEquals(0, waited);
  }

  @Test
  void letsRightPasswordsInBetweenTheWrongOnesOfAnAddress() throws Exception {
    failures(from(1), new LoginName("first"), 5);
    for (int i = 0; i < 47; i++) {
      paused(new LoginName("person" + i), from(1), UNKNOWN);
    }
    Duration pause = paused(ada, from(1), UNKNOWN);
    assertTrue(pause.compareTo(Duration.ofSeconds(5)) <= 0, pause.toString());
    clock.pass(pause);
    for (int i = 0; i < 100; i++) {
      LoginBrake.Attempt right = brake.attempt(new LoginName("right" + i), from(1), UNKNOWN);
      assertTrue(right.isNow(), "right ones make nobody wait: " + i);
      brake.succeeded(right);
    }
  }

  @Test
  void takesARightPasswordForNoPauseOfWrongOnes() throws Exception {
    for (int i = 0; i < 52; i++) {
      paused(new LoginName("person" + i), from(1), UNKNOWN);
    }
    clock.pass(paused(ada, from(1), UNKNOWN));
    LoginBrake.Attempt right = brake.attempt(ada, from(1), UNKNOWN);
    LoginBrake.Attempt wrong = brake.attempt(new LoginName("bob"), from(1), UNKNOWN);
    brake.succeeded(right);

    assertEquals(right.isNow(), !wrong.isNow(), "one at a time beyond the free ones");
    assertTrue(brake.attempt(new LoginName("eve"), from(1), UNKNOWN).isNow());
    assertTrue(paused(new LoginName("zoe"), from(1), UNKNOWN).compareTo(Duration.ZERO) > 0);
  }
}
