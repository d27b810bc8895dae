package plenum.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * A real SRS on loopback, started by the binary that {@code -Dsrs.binary} names, with one of the
 * configurations in {@code srs-conf}. Its ports are free ones and its credentials the tests' own,
 * both given by the environment as docs/operations/srs.md says; its files are in a folder of its
 * own. It may be killed and started again, on the same ports.
 */
public final class RealSrs implements AutoCloseable {

  /** The configuration for production, which is used unless a test wants another. */
  public static final Path PRODUCTION = Path.of("srs-conf", "plenum.conf");

  private static final String HOOK_SECRET = "of-the-tests-only-".repeat(2);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path folder = folder();
  private final Map<String, String> environment = new HashMap<>();
  private final Path configuration;
  private final SrsAccess access;
  private UnaryOperator<String> edit = UnaryOperator.identity();
  private Optional<Process> process = Optional.empty();

  private RealSrs(Path configuration) {
    int api = FreePorts.tcp();
    int http = FreePorts.tcp();
    int rtmp = FreePorts.tcp();
    this.configuration = configuration;
    this.access =
        new SrsAccess(
            URI.create("http://127.0.0.1:" + api),
            URI.create("http://127.0.0.1:" + http),
            URI.create("rtmp://127.0.0.1:" + rtmp),
            HOOK_SECRET,
            "plenum",
            "of-the-tests-only");
    environment.put("CANDIDATE", "127.0.0.1");
    // On a machine that is busy with tests it would drop what players are to get.
    environment.put("SRS_CIRCUIT_BREAKER_ENABLED", "off");
    environment.put("SRS_HTTP_API_AUTH_USERNAME", access.username());
    environment.put("SRS_HTTP_API_AUTH_PASSWORD", access.password());
    environment.put("SRS_LISTEN", "127.0.0.1:" + rtmp);
    environment.put("SRS_HTTP_API_LISTEN", "127.0.0.1:" + api);
    environment.put("SRS_HTTP_SERVER_LISTEN", "127.0.0.1:" + http);
    environment.put("SRS_HTTP_API_HTTPS_LISTEN", "127.0.0.1:" + FreePorts.tcp());
    environment.put("SRS_HTTP_SERVER_HTTPS_LISTEN", "127.0.0.1:" + FreePorts.tcp());
    environment.put("SRS_RTC_SERVER_LISTEN", Integer.toString(FreePorts.udp()));
    environment.put("SRS_RTC_SERVER_TCP_LISTEN", Integer.toString(FreePorts.tcp()));
  }

  private static Path folder() {
    try {
      Path target = Path.of(System.getProperty("plenum.test.target", "target")).toAbsolutePath();
      return Files.createTempDirectory(Files.createDirectories(target), "srs-");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Whether {@code -Dsrs.binary} names one. */
  public static boolean isGiven() {
    return NeedsSrs.Condition.binary().isPresent();
  }

  /** One for production, not started yet. */
  public static RealSrs prepare() {
    return prepare(PRODUCTION);
  }

  /** One with this configuration, not started yet. */
  public static RealSrs prepare(Path configuration) {
    return new RealSrs(configuration);
  }

  /** Its hooks go to this port. */
  public RealSrs hooksTo(int plenumPort) {
    String hook = "http://127.0.0.1:%d/api/hooks/srs?secret=%s".formatted(plenumPort, HOOK_SECRET);
    for (String event : List.of("PUBLISH", "UNPUBLISH", "PLAY", "STOP")) {
      environment.put("SRS_VHOST_HTTP_HOOKS_ON_" + event, hook);
    }
    return this;
  }

  /** Overrides a directive, by SRS's pattern {@code SRS_HTTP_API_LISTEN}. */
  public RealSrs with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Changes the configuration's text. */
  public RealSrs edited(UnaryOperator<String> change) {
    edit = change;
    return this;
  }

  /**
   * Starts it, and waits until its API answers.
   *
   * @throws IllegalStateException with what it said, when it does not start
   */
  public RealSrs start() {
    Path binary = NeedsSrs.Condition.required();
    try {
      String text = edit.apply(Files.readString(configuration));
      Path copy = Files.writeString(folder.resolve(configuration.getFileName()), text);
      ProcessBuilder builder =
          new ProcessBuilder(binary.toString(), "-c", copy.toString())
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("console.log").toFile());
      builder.environment().putAll(environment);
      Process started = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
      process = Optional.of(started);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    awaitReady();
    return this;
  }

  private void awaitReady() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end && isAlive()) {
      try {
        access.get("/api/v1/versions");
        return;
      } catch (UncheckedIOException notYet) {
        pause();
      }
    }
    close();
    throw new IllegalStateException("SRS did not start: " + output());
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** How it is reached. */
  public SrsAccess access() {
    return access;
  }

  /** Its process id, while it runs. */
  public long pid() {
    return process.orElseThrow().pid();
  }

  public boolean isAlive() {
    return process.filter(Process::isAlive).isPresent();
  }

  /** What it wrote: to its console, and to the file that its configuration names. */
  public String output() {
    StringBuilder all = new StringBuilder();
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".log")).toList()) {
        all.append(Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toString();
  }

  /** Ends it as a power cut does. */
  public void kill() {
    process.ifPresent(running -> running.destroyForcibly().onExit().join());
  }

  /** Ends it as a service manager does. */
  @Override
  public void close() {
    process.ifPresent(RealSrs::end);
  }

  private static void end(Process running) {
    running.destroy();
    try {
      if (!running.waitFor(10, TimeUnit.SECONDS)) {
        running.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
