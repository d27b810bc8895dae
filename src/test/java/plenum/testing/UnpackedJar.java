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
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A {@code plenum.jar} as it is from a site's second start on: unpacked, and with an archive of its
 * classes. All servers of a build share it, and need half of the processor's time for a start.
 */
final class UnpackedJar {

  private static final long PATIENCE_SECONDS = 120;
  private static final String CLASSES = "tests-" + Runtime.version().feature() + ".classes";

  /** {@code -Dplenum.test.archive=false} makes none: a training takes as long as ten starts. */
  private static final boolean TRAINED = !"false".equals(System.getProperty("plenum.test.archive"));

  private static final boolean AHEAD = Runtime.version().feature() >= 25;

  private static Optional<UnpackedJar> known = Optional.empty();

  /** Payara Micro's class, which takes its options. */
  private static final String CONTAINER = "fish.payara.micro.impl.PayaraMicroImpl";

  private final Path arguments;
  private final Path jar;
  private final Path application;
  private final Path classes;

  /**
   * @param words what the arguments say, without their quotes
   */
  private UnpackedJar(Path arguments, List<String> words) {
    this.arguments = arguments;
    this.jar = Path.of(words.get(words.indexOf("-jar") + 1));
    this.application = Path.of(words.get(words.indexOf("-jar") + 2));
    this.classes = jar.resolveSibling(CLASSES);
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
    List<String> words = beginning(java);
    words.add("-Dplenum.launch.archive=false");
    words.add("@" + arguments);
    return words;
  }

  /**
   * The command that runs Payara Micro alone, without what Plenum does before it.
   *
   * @param java options of Java, and system properties
   * @param root an empty folder, where Payara Micro may write
   * @param options of Payara Micro
   */
  List<String> container(List<String> java, Path root, List<String> options) {
    List<String> words = beginning(java);
    words.add("-Dfish.payara.micro.BootJar=" + jar.toUri());
    words.add("-Dfish.payara.micro.UnpackDir=" + jar.getParent());
    words.addAll(opened());
    words.addAll(List.of("-cp", jar.toString(), CONTAINER));
    words.addAll(List.of("--rootdir", root.toString(), "--deploy", application.toString()));
    words.addAll(options);
    return words;
  }

  /** What of Java the jar's manifest opens to Payara Micro. */
  private List<String> opened() {
    try (JarFile server = new JarFile(jar.toFile())) {
      Attributes manifest = server.getManifest().getMainAttributes();
      return Stream.of("Add-Opens", "Add-Exports")
          .flatMap(
              name ->
                  Stream.of(manifest.getValue(name).split(" "))
                      .map(what -> "--" + name.toLowerCase() + "=" + what + "=ALL-UNNAMED"))
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private List<String> beginning(List<String> java) {
    List<String> words = new ArrayList<>();
    words.add(java());
    words.addAll(java);
    words.addAll(archive());
    return words;
  }

  private List<String> archive() {
    return Files.exists(classes)
        ? List.of((AHEAD ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + classes)
        : List.of();
  }

  /**
   * Options of Java for {@code plenum.jar} of this build where it unpacks into {@code cache} of
   * that folder: its server has the archive, too, as from a site's second start on.
   */
  static List<String> archiveOf(Path target) {
    List<String> options = new ArrayList<>(in(target).archive());
    options.add("-Dplenum.launch.archive=false");
    options.add("-Xlog:disable"); // The first JVM has other classes, and would tell so.
    return options;
  }

  private static UnpackedJar unpack(Path target) {
    Path cache = target.resolve("cache");
    try {
      Files.createDirectories(cache);
      Path arguments = Files.createTempFile(cache, "server-", ".arguments");
      arguments.toFile().deleteOnExit();
      try (FileChannel lock = open(cache.resolve("tests.lock"));
          FileLock alone = lock.lock()) {
        UnpackedJar unpacked = new UnpackedJar(arguments, prepare(target, cache, arguments));
        if (TRAINED && alone.isValid() && !Files.exists(unpacked.classes)) {
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

  /** Has the command written as for a start script, and answers its words. */
  private static List<String> prepare(Path target, Path cache, Path arguments) throws IOException {
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
    return words.stream().map(word -> word.substring(1, word.length() - 1)).toList();
  }

  /** A server that ends when it has answered a few requests, and leaves the archive. */
  private void train(Path cache) throws IOException {
    Path data = Files.createTempDirectory(cache.getParent(), "data-");
    Path fresh = data.resolve(CLASSES);
    List<String> java = new ArrayList<>(PlenumServer.QUICK);
    java.add(TemporaryFiles.option());
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
