package plenum.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.settings.StartRefused;
import plenum.settings.StoreSettings;

class DataLockTest {

  /** Another server: takes a directory, says so, and waits for its end. */
  static final class Holder {
    public static void main(String[] arguments) throws IOException {
      DataLock lock = DataLock.take(Path.of(arguments[0]));
      System.out.println("locked");
      System.out.flush();
      int end = System.in.read();
      lock.close();
      System.exit(end);
    }
  }

  @TempDir Path directory;

  private ProcessBuilder another() {
    return new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        home(DataLock.class) + File.pathSeparator + home(Holder.class),
        Holder.class.getName(),
        directory.toString());
  }

  private static String home(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }

  private Process holder() throws IOException {
    Process holder = another().redirectError(ProcessBuilder.Redirect.INHERIT).start();
    assertEquals("locked", holder.inputReader().readLine());
    return holder;
  }

  @Test
  void namesTheProcessThatHasTheDirectoryAndGetsItAfterItsSuddenEnd() throws Exception {
    Process holder = holder();
    try {
      for (int tries = 0; tries < 2; tries++) { // A try takes nothing from who has it.
        StartRefused refused =
            assertThrows(StartRefused.class, () -> DataLock.take(directory).close());
        String sentence = refused.getMessage();
        assertTrue(sentence.contains("process %d on ".formatted(holder.pid())), sentence);
        assertTrue(sentence.contains(directory.toString()), sentence);
        assertTrue(sentence.contains("plenum.data.dir"), sentence);
      }
    } finally {
      holder.destroyForcibly();
      assertTrue(holder.waitFor(30, TimeUnit.SECONDS));
    }
    DataLock.take(directory).close();
  }

  @Test
  void refusesASecondOneInTheSameProcessAndStillHoldsIt() throws Exception {
    try (DataLock lock = DataLock.take(directory)) {
      StartRefused refused = assertThrows(StartRefused.class, () -> DataLock.take(directory));
      assertTrue(refused.getMessage().contains("in this same server"), refused.getMessage());

      Process other = another().redirectErrorStream(true).start();
      String output = new String(other.getInputStream().readAllBytes());
      assertTrue(output.contains("process %d".formatted(ProcessHandle.current().pid())), output);
      assertFalse(output.contains("locked\n"), output);
    }
    DataLock.take(directory).close();
  }

  @Test
  void isLeftToWhoeverTakesItNextInTheSameProcessAndToNobodyElse() throws Exception {
    DataLock.take(directory).leaveToThisProcess();
    Process other = another().redirectErrorStream(true).start();
    String output = new String(other.getInputStream().readAllBytes());
    assertTrue(output.contains("process %d".formatted(ProcessHandle.current().pid())), output);

    try (DataLock lock = DataLock.take(directory)) {
      assertThrows(StartRefused.class, () -> DataLock.take(directory));
    }
    Process after = holder();
    after.destroyForcibly();
    assertTrue(after.waitFor(30, TimeUnit.SECONDS));
  }

  @Test
  void isTakenByADirectoryThatAServerUsesWhichThenRemovesLeftovers() throws IOException {
    Files.writeString(directory.resolve("rooms.json.new"), "{\"ver");
    DataDirectory data = new DataDirectory(new StoreSettings(directory));

    assertFalse(Files.exists(directory.resolve("rooms.json.new")));
    assertThrows(
        StartRefused.class, () -> new DataDirectory(new StoreSettings(directory)).file("a"));
    data.release();
    new DataDirectory(new StoreSettings(directory)).release();
  }
}
