package plenum.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.account.Visitor;
import plenum.identity.Identity;
import plenum.identity.PersonId;
import plenum.testing.ManualTimers;

class RefusalsTest {

  private static final Object ADDRESS =
      Refusals.who(Optional.empty(), InetAddress.getLoopbackAddress());

  private final ManualTimers timers = new ManualTimers();
  private final Refusals refusals = new Refusals(timers::nanoTime);

  private static Object person() {
    Identity identity = new Identity(PersonId.fresh(), Optional.empty(), Instant.EPOCH);
    return Refusals.who(Optional.of(Visitor.guest(identity)), InetAddress.getLoopbackAddress());
  }

  private void add(Object who, int times) {
    for (int i = 0; i < times; i++) {
      refusals.add(who);
    }
  }

  @Test
  void aPersonIsToldTenTimesAndNobodyElsePaysForIt() {
    Object ada = person();
    add(ada, Refusals.PERSON - 1);
    assertFalse(refusals.isEnough(ada));
    add(ada, 1);

    assertTrue(refusals.isEnough(ada));
    assertFalse(refusals.isEnough(person()));
    assertFalse(refusals.isEnough(ADDRESS));
  }

  @Test
  void thoseWhomNobodyKnowsAreToldMoreOftenTogether() {
    add(ADDRESS, Refusals.ADDRESS - 1);
    assertFalse(refusals.isEnough(ADDRESS));
    add(ADDRESS, 1);
    assertTrue(refusals.isEnough(ADDRESS));
  }

  @Test
  void isForgottenAfterAWhileHoweverOftenItWas() {
    Object ada = person();
    add(ada, 1);
    timers.pass(Refusals.WINDOW.minusNanos(1));
    add(ada, Refusals.PERSON);
    assertTrue(refusals.isEnough(ada));
    timers.pass(Duration.ofNanos(1));

    assertFalse(refusals.isEnough(ada));
    assertTrue(refusals.isEmpty());
  }

  @Test
  void remembersABoundedNumber() {
    for (int i = 0; i <= Refusals.CAPACITY; i++) {
      refusals.add(person());
    }

    assertEquals(Refusals.CAPACITY, refusals.size());
  }
}
