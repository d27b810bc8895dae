package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import plenum.engine.dtls.DtlsKeys;
import plenum.engine.ice.IceLite;

/** For how long an address is a session's. */
class HeldAddressTest {

  private static final IceLite.Path HERE =
      new IceLite.Path(new InetSocketAddress("192.0.2.4", 5000), 0);
  private static final DtlsKeys KEYS =
      new DtlsKeys(7, new byte[16], new byte[12], new byte[16], new byte[12]);

  private final Session session = IdleSession.of(Optional.empty(), EngineFixture.LOOPBACK);

  @Test
  void isItsForAMomentUntilItHasShakenHands() {
    assertFalse(session.leaves(HERE, Session.HOLDS_UNPROVED_NANOS));
    assertTrue(session.leaves(HERE, Session.HOLDS_UNPROVED_NANOS + 1));
  }

  /**
   * As behind a bad Wi-Fi: it ends after its own time, and until then comes back to its address.
   */
  @Test
  void staysItsHoweverLongItIsSilent() {
    session.connected(KEYS, 0);
    assertFalse(session.leaves(HERE, TimeUnit.MINUTES.toNanos(1)));
  }

  @Test
  void isLentToAnotherHandshakeWhenItIsSilentForLong() {
    assertFalse(session.settled(Session.QUIET_NANOS + 1), "its own may be to come");
    session.connected(KEYS, 0);
    assertFalse(session.settled(Session.QUIET_NANOS));
    assertTrue(session.settled(Session.QUIET_NANOS + 1));
  }
}
