package plenum.database.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.database.WithDatabase;
import plenum.quality.JoinProblem;
import plenum.quality.JoinStep;
import plenum.quality.QualityMinutes;
import plenum.testing.Actors;

class JpaProblemStoreTest extends WithDatabase {

  private static JoinProblem problem(int second, String person) {
    return QualityMinutes.problem(
        Instant.EPOCH.plusSeconds(second), person, JoinStep.FIRST_FRAME, "cannot-decode-H264");
  }

  /** Cem could not get Ada's stream. */
  private static JoinProblem becauseOfAda() {
    return new JoinProblem(
        Instant.EPOCH.plusSeconds(3),
        Actors.id("Cem"),
        "Cem",
        "2001:db8::1",
        "",
        Optional.empty(),
        "",
        JoinStep.ICE,
        "timeout",
        false,
        Optional.of(Actors.id("Ada")));
  }

  @Test
  void findsTheNewestFirst() {
    JoinProblem first = problem(1, "Ada");
    JoinProblem second = problem(2, "Bob");
    JoinProblem nowhere = becauseOfAda();
    JpaProblemStore store = new JpaProblemStore(database, queue);
    List.of(second, first, nowhere).forEach(store::add);
    flush();
    restart();
    JpaProblemStore next = new JpaProblemStore(database, queue);

    assertEquals(List.of(nowhere, second, first), next.newest(0, 10));
    assertEquals(List.of(second), next.newest(1, 1));
    assertEquals(List.of(first), next.ofPerson(Actors.id("Ada"), 0, 10));
    assertEquals(List.of(), next.ofPerson(Actors.id("Ada"), 1, 10));
  }

  @Test
  void erasesAPersonAlsoFromWhatIsOfOthers() {
    JpaProblemStore store = new JpaProblemStore(database, queue);
    List.of(problem(1, "Ada"), problem(2, "Bob"), becauseOfAda()).forEach(store::add);
    store.erase(Actors.id("Ada"));
    flush();

    assertEquals(List.of(), store.ofPerson(Actors.id("Ada"), 0, 10));
    assertEquals(2, store.newest(0, 10).size());
    assertEquals(Optional.empty(), store.newest(0, 1).get(0).of());
  }
}
