package plenum.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A {@code plenum.jar} as it is from a site's second start on: unpacked, and with an archive of its
 * classes. All servers of a build share it, and need half of the processor's time for a start.
 */
final class UnpackedJar {

  private static final long PATIENCE_SECONDS = 120;
  private static final String CLASSES = "tests-" + Runtime.version().feature() + ".classes";
  private static final boolean AHEAD = Runtime.version().feature() >= 25;

  private static Optional<UnpackedJar> known = Optional.empty();

  private final Path arguments;
  private final Path classes;

  private UnpackedJar(Path arguments, Path classes) {
    this.arguments = arguments;
    this.classes = classes;
  }

  /** That of this build. The first one that asks unpacks it; others wait, also other processes. */
  static synchronized UnpackedJar in(Path target) {
    UnpackedJar found = known.orElseGet(() -> unpack(target.toAbsolutePath()));
    known = Optional.of(found);
    return found;
  }

  /**
   * The command that runs a server.
   *
   * @param java options of Java, and system properties
   */
  List<String> command(List<String> java) {
    List<String> words = new ArrayList<>();
    words.add(java());
    words.addAll(java);
    if (Files.exists(classes)) {
      words.add((AHEAD ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + classes);
    }
    words.add("-Dplenum.launch.archive=false");
    words.add("@" + arguments);
    return words;
  }

  private static UnpackedJar unpack(Path target) {
    Path cache = target.resolve("cache");
    try {
      Files.createDirectories(cache);
      Path arguments = Files.createTempFile(cache, "server-", ".arguments");
      arguments.toFile().deleteOnExit();
      try (FileChannel lock = open(cache.resolve("tests.lock"));
          FileLock alone = lock.lock()) {
        Path classes = prepare(target, cache, arguments).resolveSibling(CLASSES);
        UnpackedJar unpacked = new UnpackedJar(arguments, classes);
        if (alone.isValid() && !Files.exists(classes)) {
          unpacked.train(cache);
        }
        return unpacked;
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /** Has the command written as for a start script, and answers where the server's jar is. */
  private static Path prepare(Path target, Path cache, Path arguments) throws IOException {
    run(
        cache.resolve("tests-prepare.log"),
        List.of(
            java(),
            "-jar",
            target.resolve("plenum.jar").toString(),
            "--cache",
            cache.toString(),
            "--prepare",
            arguments.toString()));
    // The server deletes the file that this one names, which is used more than once.
    List<String> words =
        Files.readAllLines(arguments).stream()
            .filter(word -> !word.contains("-Dplenum.launch.arguments="))
            .toList();
    Files.write(arguments, words);
    String jar = words.get(words.indexOf("\"-jar\"") + 1);
    return Path.of(jar.substring(1, jar.length() - 1));
  }

  /** A server that ends when it has answered a few requests, and leaves the archive. */
  private void train(Path cache) throws IOException {
    Path data = Files.createTempDirectory(cache.getParent(), "data-");
    Path fresh = data.resolve(CLASSES);
    List<String> java = new ArrayList<>(PlenumServer.QUICK);
    java.add((AHEAD ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + fresh);
    java.add("-Dplenum.launch.training=" + PayaraOptions.PREBOOT.toAbsolutePath());
    java.add("-Dplenum.data.dir=" + data);
    java.add("-Dplenum.http.port=" + FreePorts.tcp());
    java.add("-Dplenum.tls.port=off");
    java.add("-Dplenum.media.start=false");
    try {
      run(cache.resolve("tests-training.log"), command(java));
    } catch (IOException failed) {
      // As at a site: what is missing then is speed.
      System.err.println("Servers start without an archive of classes. " + failed.getMessage());
      return;
    }
    if (Files.exists(fresh)) {
      Files.move(fresh, classes, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static void run(Path log, List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("It did not end; see " + log);
      }
      if (process.exitValue() != 0) {
        throw new IOException("It failed; see " + log);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } finally {
      process.destroyForcibly();
    }
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
