package plenum.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.settings.StartRefused;
import plenum.settings.StoreSettings;
import plenum.testing.ManualTimers;

class SavingTest {

  @TempDir Path directory;

  private final ManualTimers timers = new ManualTimers();
  private final Storage storage = new Storage();
  private final List<Boolean> outcomes = new ArrayList<>();
  private String state = "";

  private Saving saving() {
    return new Saving(
        new DataDirectory(directory).file("state"), () -> state, timers, storage, outcomes::add);
  }

  private void change(Saving saving, String text) {
    state = text;
    saving.changed();
  }

  private String stored() throws IOException {
    return Files.readString(directory.resolve("state"));
  }

  /** Nothing can be written while it is there. */
  private Path fault() throws IOException {
    return Files.createDirectories(directory.resolve("state.new/fault"));
  }

  private void mend() throws IOException {
    Files.delete(directory.resolve("state.new/fault"));
    Files.delete(directory.resolve("state.new"));
  }

  @Test
  void writesAMomentAfterTheChange() throws IOException {
    Saving saving = saving();
    change(saving, "one");
    change(saving, "two");
    assertEquals(List.of(), outcomes);

    timers.pass(Duration.ofSeconds(1));
    assertEquals(List.of(true), outcomes);
    assertEquals("two", stored());
  }

  @Test
  void triesAgainUntilItCanAndTellsWhy() throws IOException {
    fault();
    Saving saving = saving();
    change(saving, "one");
    timers.pass(Duration.ofSeconds(5));

    assertTrue(saving.isFailing());
    String problem = storage.problem().orElseThrow();
    assertTrue(problem.contains("state cannot be written since"), problem);
    assertTrue(problem.contains("Directory not empty"), problem);
    assertEquals(1, storage.failing());
    assertEquals(outcomes.size(), storage.failures());

    mend();
    timers.pass(Duration.ofSeconds(60));
    assertEquals("one", stored());
    assertFalse(saving.isFailing());
    assertEquals(Optional.empty(), storage.problem());
    assertEquals(0, storage.failing());
  }

  @Test
  void triesOnceAMinuteAtLastHoweverMuchChanges() throws IOException {
    fault();
    Saving saving = saving();
    change(saving, "one");
    timers.pass(Duration.ofMinutes(10));
    int before = outcomes.size();

    for (int i = 0; i < 600; i++) {
      change(saving, "change " + i);
      timers.pass(Duration.ofSeconds(1));
    }
    assertEquals(10, outcomes.size() - before);
  }

  @Test
  void writesAtTheStopWhatCouldNotBeWrittenBefore() throws IOException {
    fault();
    Saving saving = saving();
    change(saving, "one");
    timers.pass(Duration.ofSeconds(1));
    mend();

    saving.stop();
    assertEquals("one", stored());
  }

  @Test
  void goesOnWhenItsTextCannotBeTold() throws IOException {
    RuntimeException defect = new IllegalStateException("on purpose");
    Saving saving =
        new Saving(
            new DataDirectory(directory).file("state"),
            () -> {
              if (state.isEmpty()) {
                throw defect;
              }
              return state;
            },
            timers,
            storage,
            outcomes::add);
    saving.changed();
    timers.pass(Duration.ofSeconds(5));

    assertTrue(saving.isFailing());
    assertTrue(storage.problem().orElseThrow().contains("on purpose"));
    saving.stop();
    state = "one";
    saving.stop();
    assertEquals("one", stored());
    assertFalse(saving.isFailing());
  }

  @Test
  void writesBeforeAnotherServerMayHaveTheDirectory() throws IOException {
    DataDirectory data = new DataDirectory(new StoreSettings(directory));
    Saving saving = new Saving(data.file("state"), () -> state, timers, storage, outcomes::add);
    List<String> free = new ArrayList<>();
    data.beforeRelease(
        () -> {
          saving.stop();
          free.add(assertThrows(StartRefused.class, () -> DataLock.take(directory)).getMessage());
        });
    change(saving, "one");

    data.release();
    assertEquals("one", stored());
    assertEquals(1, free.size());
    DataLock.take(directory).close();

    change(saving, "two");
    saving.stop();
    assertEquals("one", stored());
    assertTrue(saving.isFailing());
  }

  @Test
  void writesNothingTwice() throws IOException {
    Saving saving = saving();
    change(saving, "one");
    saving.save();
    Files.delete(directory.resolve("state"));

    saving.stop();
    timers.pass(Duration.ofMinutes(1));
    assertFalse(Files.exists(directory.resolve("state")));
  }
}
