package plenum.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import plenum.testing.FreePorts;
import plenum.testing.Waiting;

/** Debian's PostgreSQL as it is delivered, with a cluster of its own. Needs root and its user. */
final class Database implements AutoCloseable {

  private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
  private static final List<String> AS_ITS_USER = List.of("runuser", "-u", "postgres", "--");

  private final Path folder;
  private final Process process;

  private Database(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
  }

  /** Where its programs are, if it is installed. */
  static Optional<Path> programs() throws IOException {
    if (!Files.isDirectory(VERSIONS)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(VERSIONS)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.exists(bin.resolve("initdb")))
          .findFirst();
    }
  }

  static Database start(Path programs) throws IOException, InterruptedException {
    // Its user may enter no folder of ours.
    Path folder = Files.createTempDirectory("plenum-database-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path data = folder.resolve("data");
    int exit = run(programs.resolve("initdb").toString(), "-D", data.toString()).waitFor();
    if (exit != 0) {
      throw new IOException("initdb ended with " + exit);
    }
    String port = Integer.toString(FreePorts.tcp());
    Process process =
        run(
            programs.resolve("postgres").toString(),
            "-D",
            data.toString(),
            "-p",
            port,
            "-k",
            folder.toString());
    Waiting.until(
        "a database",
        Duration.ofSeconds(30),
        () -> Files.exists(folder.resolve(".s.PGSQL." + port)),
        there -> there);
    return new Database(folder, process);
  }

  private static Process run(String... command) throws IOException {
    return new ProcessBuilder(Stream.concat(AS_ITS_USER.stream(), Stream.of(command)).toList())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** All of its processes now; some come and go. */
  List<MeasuredProcess> processes() {
    return process.descendants().map(one -> new MeasuredProcess(one.pid())).toList();
  }

  @Override
  public void close() throws InterruptedException, IOException {
    process.descendants().forEach(ProcessHandle::destroy);
    process.waitFor(20, TimeUnit.SECONDS);
    new ProcessBuilder("rm", "-r", folder.toString()).start().waitFor();
  }
}
