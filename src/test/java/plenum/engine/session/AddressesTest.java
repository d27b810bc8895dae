package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plenum.engine.ice.IceLite;

/** Who holds an address, and who gets it next. */
class AddressesTest {

  private static final InetSocketAddress REMOTE = new InetSocketAddress("192.0.2.1", 1000);
  private static final IceLite.Path HERE = new IceLite.Path(REMOTE, 0);
  private static final IceLite.Path THERE = new IceLite.Path(REMOTE, 1);

  private static final class Guest implements Occupant {

    private final Set<IceLite.Path> accepted = new HashSet<>();
    private boolean connected;
    private boolean settled;
    private boolean proved;
    private boolean leaves;

    @Override
    public boolean accepts(IceLite.Path path) {
      return accepted.contains(path);
    }

    @Override
    public boolean connected() {
      return connected;
    }

    @Override
    public boolean settled(long nowNanos) {
      return settled;
    }

    @Override
    public boolean proved(IceLite.Path path) {
      return connected && proved;
    }

    @Override
    public boolean leaves(IceLite.Path path, long nowNanos) {
      return leaves;
    }

    @Override
    public void lose(IceLite.Path path) {
      accepted.remove(path);
    }
  }

  private final Addresses<Guest> addresses = new Addresses<>();
  private final Guest first = new Guest();
  private final Guest second = new Guest();

  /** Whether its check was heard. */
  private boolean check(Guest guest, IceLite.Path path) {
    boolean open = addresses.open(path, guest, 0);
    if (open) {
      guest.accepted.add(path);
      addresses.validated(path, guest, 0);
    }
    return open;
  }

  private Guest holder(IceLite.Path path) {
    return addresses.at(path.localInterface(), path.remote());
  }

  private Guest shaking(IceLite.Path path) {
    return addresses.atHandshake(path.localInterface(), path.remote(), 0);
  }

  @Test
  void belongsToTheFirstThatComesFromThere() {
    assertNull(holder(HERE));
    assertTrue(check(first, HERE));
    assertSame(first, holder(HERE));
    assertNull(holder(THERE));
    assertTrue(check(second, THERE));
    assertSame(second, holder(THERE));
  }

  @Test
  void isClosedToAnotherThatIsConnected() {
    check(first, HERE);
    second.connected = true;
    assertFalse(check(second, HERE));
    assertTrue(check(first, HERE));
    assertSame(first, holder(HERE));
  }

  @Test
  void goesToTheNextWhenItsHolderLeavesOrEnds() {
    check(first, HERE);
    second.connected = true;
    first.leaves = true;
    assertTrue(check(second, HERE));
    assertSame(second, holder(HERE));
    assertFalse(first.accepts(HERE));
    first.connected = true;
    assertFalse(check(first, HERE));
    addresses.forget(second);
    assertNull(holder(HERE));
    assertTrue(check(first, HERE));
  }

  @Test
  void letsAGuestShakeHandsOnceItsHolderHasDoneSo() {
    check(first, HERE);
    assertTrue(check(second, HERE));
    assertSame(first, shaking(HERE));
    first.connected = true;
    assertSame(first, shaking(HERE));
    first.settled = true;
    assertSame(second, shaking(HERE));
    assertSame(first, holder(HERE));
  }

  @Test
  void goesToAGuestThatProvedToBeThere() {
    check(first, HERE);
    check(second, HERE);
    second.proved = true;
    assertSame(first, holder(HERE));
    second.connected = true;
    assertSame(second, holder(HERE));
    assertFalse(first.accepts(HERE));
    assertSame(second, shaking(HERE));
  }

  @Test
  void staysWithItsHolderWhenAGuestConnectedElsewhere() {
    check(first, HERE);
    check(second, HERE);
    second.connected = true;
    assertSame(first, holder(HERE));
    assertFalse(second.accepts(HERE));
    assertFalse(check(second, HERE));
  }

  @Test
  void forgetsGuestsThatEndOrGoElsewhere() {
    check(first, HERE);
    first.settled = true;
    check(second, HERE);
    addresses.forget(second);
    assertSame(first, shaking(HERE));
    check(second, HERE);
    second.accepted.clear();
    check(first, THERE);
    Guest third = new Guest();
    check(third, THERE);
    assertEquals(first, shaking(HERE));
  }
}
