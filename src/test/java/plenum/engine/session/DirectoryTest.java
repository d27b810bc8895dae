package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import plenum.engine.ice.IceLite;

/** What all loops know of all sessions. */
class DirectoryTest {

  private static final InetAddress HERE = EngineFixture.LOOPBACK;

  private final Directory directory = new Directory(2);

  private Session enter(InetAddress counted) {
    Session session = IdleSession.of(Optional.empty(), counted);
    directory.add(session);
    return session;
  }

  private static String checks(Session session) {
    return session.ice().localUfrag();
  }

  @Test
  void findsASessionByItsLocationAndByItsChecks() {
    Session session = enter(HERE);
    enter(HERE);
    assertSame(session, directory.byLocation(session.identity().session()).orElseThrow());
    assertSame(session, directory.byUserFragment(checks(session)));
    assertEquals(Optional.empty(), directory.byLocation("nobody"));
    assertNull(directory.byUserFragment("nobody"));
  }

  @Test
  void forgetsASessionThatHasEnded() {
    Session session = enter(HERE);
    IceLite.Path path = new IceLite.Path(new InetSocketAddress(HERE, 5), 0);
    directory.addresses().validated(path, session, 0);
    directory.remove(session);
    assertEquals(Optional.empty(), directory.byLocation(session.identity().session()));
    assertNull(directory.byUserFragment(checks(session)));
    assertNull(directory.addresses().at(0, path.remote()));
    assertEquals(0, directory.count());
    assertEquals(0, directory.countFrom(HERE));
  }

  @Test
  void knowsASessionByItsNamesOfBeforeAndAfterARestart() {
    Session session = enter(HERE);
    String before = checks(session);
    session.restartIce("another");
    directory.rename(session);
    assertNotEquals(before, checks(session));
    assertSame(session, directory.byUserFragment(checks(session)));
    assertSame(session, directory.byUserFragment(before), "until the client nominates");
    directory.remove(session);
    assertNull(directory.byUserFragment(before));
  }

  @Test
  void countsThoseOfAnAddressAndThoseThatConnect() throws UnknownHostException {
    InetAddress there = InetAddress.getByName("192.0.2.1");
    Session first = enter(there);
    enter(there);
    enter(HERE);
    assertEquals(3, directory.count());
    assertEquals(2, directory.countFrom(there));
    assertEquals(3, directory.countConnecting());
    assertEquals(2, directory.countConnectingFrom(there));
    directory.remove(first);
    assertEquals(1, directory.countFrom(there));
    assertEquals(2, directory.countConnecting());
  }

  /** Whatever way the threads go: each of them has its own sessions, and all count. */
  @Test
  @Timeout(60)
  void isWrittenBySeveralLoopsAtOnce() {
    List<CompletableFuture<Void>> loops =
        IntStream.range(0, 3)
            .mapToObj(loop -> CompletableFuture.runAsync(this::comeAndGo))
            .toList();
    loops.forEach(CompletableFuture::join);
    assertEquals(30, directory.count());
    assertEquals(30, directory.countFrom(HERE));
  }

  private void comeAndGo() {
    for (int i = 0; i < 100; i++) {
      Session session = enter(HERE);
      assertTrue(directory.countFrom(HERE) > 0);
      if (i % 10 != 0) {
        directory.remove(session);
      }
    }
  }
}
