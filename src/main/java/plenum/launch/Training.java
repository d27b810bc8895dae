package plenum.launch;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Makes the archive of classes by a second server on loopback, without media and with data of its
 * own, of the lowest priority, which ends when it has answered a few requests. In the server itself
 * it would stop everything for seconds.
 *
 * @param payara the folder of Payara Micro
 * @param application the folder of the application
 * @param work where the second server may write
 */
record Training(Path payara, Path application, Path work) {

  private static final long MINUTES = 5;
  private static final long SECONDS_TO_END = 10;

  /** What would hinder, or hand the real server's settings on. */
  private static final List<String> NOT_FOR_IT =
      List.of(
          "-Dplenum.",
          "-XX:SharedArchiveFile",
          "-XX:ArchiveClassesAtExit",
          "-XX:AOT",
          "-agentlib",
          "-javaagent",
          "-Dcom.sun.management");

  /** Returns when it is there, or cannot be made. */
  void make(ClassArchive archive) throws IOException, InterruptedException {
    Path data = Files.createTempDirectory(work, "training-");
    Path fresh = archive.file().resolveSibling(archive.file().getFileName() + ".new");
    clear(fresh);
    Process server = start(command(archive.record(fresh), data), data);
    Thread end = new Thread(server::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(end);
    try {
      if (server.waitFor(MINUTES, TimeUnit.MINUTES) && Files.exists(fresh)) {
        Files.move(fresh, archive.file(), StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      server.destroyForcibly().waitFor(SECONDS_TO_END, TimeUnit.SECONDS); // It may still write.
      Folders.delete(data);
      clear(fresh);
    }
  }

  /** Half an archive, and what Java 25 makes one of. */
  private static void clear(Path fresh) throws IOException {
    Files.deleteIfExists(fresh);
    Files.deleteIfExists(fresh.resolveSibling(fresh.getFileName() + ".config"));
  }

  private Process start(List<String> command, Path data) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(work.resolve("training.log").toFile());
    builder.environment().keySet().removeIf(name -> name.toLowerCase().startsWith("plenum"));
    return builder.start();
  }

  private List<String> command(List<String> recording, Path data) throws IOException {
    List<String> words = new ArrayList<>();
    lowestPriority().ifPresent(nice -> words.addAll(List.of(nice.toString(), "-n", "19")));
    words.add(ServerCommand.java());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> NOT_FOR_IT.stream().noneMatch(option::startsWith))
        .forEach(words::add);
    words.addAll(recording);
    words.add("-XX:ErrorFile=" + data.resolve("crash.log")); // Not where Plenum was started.
    words.add("-D" + TrainingRun.PROPERTY + "=" + onLoopback(data));
    words.add("-D" + LaunchSettings.DATA + "=" + data);
    words.add("-D" + LaunchSettings.PORT + "=" + Ports.free());
    words.add("-Dplenum.tls.port=" + Ports.free());
    words.add("-Dplenum.media.start=false");
    words.addAll(List.of("-jar", payara.resolve(ServerCommand.JAR).toString()));
    words.add(application.toString());
    return words;
  }

  private static Optional<Path> lowestPriority() {
    return File.separatorChar == '\\'
        ? Optional.empty()
        : Stream.of("/usr/bin/nice", "/bin/nice").map(Path::of).filter(Files::exists).findFirst();
  }

  /** Nobody else is to see it. */
  private Path onLoopback(Path data) throws IOException {
    String product = Files.readString(payara.resolve(Payara.PREBOOT));
    String listener =
        "set configs.config.server-config.network-config.network-listeners.network-listener."
            + "http-listener.address=127.0.0.1";
    return Files.writeString(data.resolve("preboot.txt"), product + listener + "\n");
  }
}
