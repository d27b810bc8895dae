package plenum.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import plenum.identity.Actor;
import plenum.settings.PaceSettings;
import plenum.settings.PaceSettings.Limit;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;

class PacedTrailTest {

  private static final Limit LIMIT = new Limit(1, 3);

  private final ManualTimers clock = new ManualTimers();
  private final List<AuditEntry> kept = new ArrayList<>();
  private final PacedTrail trail =
      new PacedTrail(
          kept::add, () -> new PaceSettings(LIMIT, LIMIT, LIMIT, LIMIT), clock::nanoTime);
  private final Actor ada = Actors.named("Ada");
  private final Actor far = Actors.from("192.0.2.7", ada);

  private void refuse(Actor actor, int times) {
    for (int i = 0; i < times; i++) {
      trail.add(AuditEntry.refused(actor, "start-call", "", "person-busy"));
    }
  }

  @Test
  void keepsABoundedNumberOfRefusalsOfEachAddress() {
    refuse(ada, 10);
    assertEquals(3, kept.size());
    refuse(far, 10);
    assertEquals(6, kept.size(), "others are not silenced by it");
    clock.pass(Duration.ofMinutes(1));
    refuse(ada, 10);
    assertEquals(9, kept.size());
  }

  @Test
  void keepsWhateverIsDone() {
    refuse(ada, 10);
    for (int i = 0; i < 10; i++) {
      trail.add(AuditEntry.done(ada, "login", ""));
    }
    assertEquals(13, kept.size());
  }
}
