package plenum.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A reverse proxy in a process of its own, which keeps its files in a folder of its own. */
public final class Front implements AutoCloseable {

  /** Where {@code src/build/fronts.sh} unpacks what the machine does not have. */
  private static final Path UNPACKED =
      Path.of(System.getProperty("plenum.test.target", "target"), "fronts", "usr").toAbsolutePath();

  private static final int ATTEMPTS = 200;

  private final Process process;
  private final Path folder;
  private final int port;

  private Front(Process process, Path folder, int port) {
    this.process = process;
    this.folder = folder;
    this.port = port;
  }

  /** Where a program is. */
  public static Optional<Path> find(String name) {
    Stream<Path> path =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).map(Path::of);
    Stream<Path> more =
        Stream.of(
            Path.of("/usr/sbin"),
            Path.of("/usr/local/sbin"),
            UNPACKED.resolve("sbin"),
            UNPACKED.resolve("bin"));
    return Stream.concat(path, more)
        .map(directory -> directory.resolve(name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Where nginx's stream module is, if anywhere. */
  public static Path nginxStream() {
    String module = "nginx/modules/ngx_stream_module.so";
    return Stream.of(Path.of("/usr/lib"), UNPACKED.resolve("lib"))
        .map(lib -> lib.resolve(module))
        .filter(Files::exists)
        .findFirst()
        .orElse(UNPACKED.resolve("lib").resolve(module));
  }

  /**
   * Starts a program, and waits until it listens.
   *
   * @param port the one at which it will answer https
   * @throws IllegalStateException with what it said, when it does not
   */
  public static Front start(String name, Path folder, int port, String... arguments) {
    Path binary = find(name).orElseThrow(() -> new IllegalStateException("no " + name));
    try {
      var builder =
          new ProcessBuilder(
                  Stream.concat(Stream.of(binary.toString()), Stream.of(arguments)).toList())
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("console.log").toFile());
      builder.environment().put("LD_LIBRARY_PATH", libraries());
      // Caddy keeps what it makes there.
      builder.environment().put("HOME", folder.toString());
      Front front = new Front(builder.start(), folder, port);
      Runtime.getRuntime().addShutdownHook(new Thread(front.process::destroyForcibly));
      front.awaitReady();
      return front;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String libraries() throws IOException {
    Path lib = UNPACKED.resolve("lib");
    if (!Files.isDirectory(lib)) {
      return "";
    }
    try (Stream<Path> folders = Files.list(lib)) {
      return String.join(
          File.pathSeparator,
          folders.map(Path::toString).filter(path -> path.endsWith("-linux-gnu")).toList());
    }
  }

  private void awaitReady() {
    for (int attempt = 0; attempt < ATTEMPTS && process.isAlive(); attempt++) {
      try (Socket open = new Socket("127.0.0.1", port)) {
        return;
      } catch (IOException notYet) {
        pause();
      }
    }
    String said = output();
    close();
    throw new IllegalStateException("The front did not start: " + said);
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public int port() {
    return port;
  }

  public long pid() {
    return process.pid();
  }

  /** Where it answers https. */
  public URI url() {
    return URI.create("https://localhost:" + port);
  }

  /** Everything in its logs. */
  public String output() {
    StringBuilder all = new StringBuilder();
    for (String log : List.of("console.log", "error.log", "access.log")) {
      Path file = folder.resolve(log);
      try {
        all.append(Files.exists(file) ? Files.readString(file) : "");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all.toString();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
