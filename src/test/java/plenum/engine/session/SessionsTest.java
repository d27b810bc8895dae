package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which sessions there are, by what they are asked for. */
class SessionsTest {

  private final Sessions sessions = new Sessions();

  private Session enter(Optional<String> viewer) {
    Session session = IdleSession.of(viewer, EngineFixture.LOOPBACK);
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
