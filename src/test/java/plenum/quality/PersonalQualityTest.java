package plenum.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plenum.identity.PersonId;
import plenum.records.Erasure;
import plenum.room.RoomsForTests;
import plenum.settings.QualitySettings;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;

class PersonalQualityTest {

  private static final PersonId ADA = Actors.id("Ada");

  private final ManualTimers timers = new ManualTimers();
  private final MemoryQualityStore minutes = new MemoryQualityStore();
  private final MemoryProblemStore problems = new MemoryProblemStore();
  private final InMemoryQualityBook book =
      new InMemoryQualityBook(
          RoomsForTests.rooms(timers, event -> {}),
          new QualitySettings(Duration.ofSeconds(5)),
          (stream, interval) -> OptionalInt.empty(),
          () -> Instant.EPOCH,
          timers::nanoTime,
          report -> {});
  private final PersonalQuality records =
      new PersonalQuality(book, new QualityKeeping(book, minutes, timers), minutes, problems);

  private void keep(String person) {
    minutes.add(QualityMinutes.minute(Instant.EPOCH, "hall", person, 45));
    problems.add(QualityMinutes.problem(Instant.EPOCH, person, JoinStep.FIRST_FRAME, "timeout"));
  }

  @Test
  void tellsAllOfAPerson() {
    keep("Ada");
    keep("Bob");
    assertEquals(
        "{\"minutes\":[{\"at\":\"1970-01-01T00:00:00Z\",\"room\":\"The hall\","
            + "\"browser\":\"Firefox 153, Linux\",\"score\":4.5,\"worst\":4.5}],"
            + "\"problems\":[{\"at\":\"1970-01-01T00:00:00Z\",\"room\":\"The hall\","
            + "\"browser\":\"Chrome 156, Linux\",\"address\":\"192.0.2.7\","
            + "\"step\":\"first-frame\",\"reason\":\"timeout\"}]}",
        records.of(ADA).toString());
  }

  @Test
  void erasesAllOfAPerson() {
    keep("Ada");
    keep("Bob");
    records.erase(new Erasure(ADA, Set.of()));
    assertEquals("{\"minutes\":[],\"problems\":[]}", records.of(ADA).toString());
    assertEquals(1, minutes.minutes.size());
    assertEquals(1, problems.newest(0, 10).size());
  }
}
