package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.engine.StreamName;
import plenum.engine.ice.IceLite;
import plenum.engine.rtcp.Rtcp;

/** Which sessions there are, by what they are asked for. */
class SessionsTest {

  private static final StreamName STREAM = new StreamName("live", "test");

  private final Sessions sessions = new Sessions();

  private static final class Idle implements SessionRole {
    @Override
    public void connected(long nowNanos) {}

    @Override
    public boolean rtp(byte[] b, int off, int len, long nowNanos) {
      return false;
    }

    @Override
    public void rtcp(List<Rtcp> packets, long nowNanos) {}

    @Override
    public void tick(long nowNanos) {}

    @Override
    public void ended() {}

    @Override
    public Traffic traffic() {
      return new Traffic(0, 0, 0);
    }
  }

  private Session enter(Optional<String> viewer) {
    String id = Unguessable.id();
    SessionIdentity identity =
        new SessionIdentity(
            id,
            "token",
            id,
            "client",
            STREAM,
            SessionIdentity.Purpose.PLAY,
            viewer,
            EngineFixture.LOOPBACK,
            EngineFixture.LOOPBACK,
            Instant.EPOCH);
    Wire wire = new Wire(new Drops(), 0, 0);
    Handshake handshake =
        new Handshake(new Handshake.Peer(false, List.of()), null, wire, over -> {});
    IceLite ice = new IceLite(id, "password", "client");
    Session session = new Session(identity, ice, handshake, wire, self -> new Idle(), 0);
    sessions.add(session);
    return session;
  }

  @Test
  void tellsAllSessionsOfOneViewer() {
    Session first = enter(Optional.of("ada"));
    enter(Optional.of("grace"));
    Session second = enter(Optional.of("ada"));
    enter(Optional.empty());
    assertEquals(List.of(first, second), sessions.ofViewer("ada"));
    assertEquals(Optional.of("ada"), first.status().viewer());
  }

  @Test
  void tellsNoSessionThatHasEnded() {
    Session first = enter(Optional.of("ada"));
    Session second = enter(Optional.of("ada"));
    sessions.remove(first);
    assertFalse(sessions.remove(first));
    assertEquals(List.of(second), sessions.ofViewer("ada"));
  }

  @Test
  void remembersNoViewerWithoutSessions() {
    for (int i = 0; i < 10; i++) {
      Session session = enter(Optional.of("viewer" + i));
      assertEquals(1, sessions.countViewers());
      sessions.remove(session);
    }
    assertEquals(0, sessions.countViewers());
    assertEquals(List.of(), sessions.ofViewer("viewer1"));
  }
}
