package plenum.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Assumptions;
import plenum.testing.FreePorts;

/**
 * A real SRS with one of Plenum's configurations. Its ports are free ones and its credentials the
 * test's, both given by the environment; its files are in a folder of its own.
 */
public final class SrsProcess implements AutoCloseable {

  public static final String USERNAME = "plenum";
  public static final String PASSWORD = "of-this-test-only";

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Process process;
  private final Path folder;
  private final int apiPort;
  private final int httpPort;

  private SrsProcess(Process process, Path folder, int apiPort, int httpPort) {
    this.process = process;
    this.folder = folder;
    this.apiPort = apiPort;
    this.httpPort = httpPort;
  }

  /** The SRS of {@code -Dsrs.binary}; without it the test is skipped, and says why. */
  public static Path binary(String what) {
    Optional<Path> binary =
        Optional.ofNullable(System.getProperty("srs.binary"))
            .filter(text -> !text.isBlank())
            .map(Path::of);
    if (binary.isEmpty()) {
      System.out.println("Skipped: " + what + ". Give a real SRS by -Dsrs.binary=/path/to/srs.");
    }
    Assumptions.assumeTrue(binary.isPresent(), "no -Dsrs.binary");
    return binary.get().toAbsolutePath();
  }

  /**
   * Starts one, and waits until its API answers.
   *
   * @param environment overrides of directives, see SRS's pattern {@code SRS_HTTP_API_LISTEN}
   * @param edit changes the configuration's text
   */
  public static SrsProcess start(
      Path binary, Path configuration, Map<String, String> environment, UnaryOperator<String> edit)
      throws IOException {
    Path target = Path.of(System.getProperty("plenum.test.target", "target")).toAbsolutePath();
    Path folder = Files.createTempDirectory(Files.createDirectories(target), "srs-");
    String text = edit.apply(Files.readString(configuration));
    Path copy = Files.writeString(folder.resolve(configuration.getFileName()), text);
    ProcessBuilder builder =
        new ProcessBuilder(binary.toString(), "-c", copy.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("console.log").toFile());
    int api = FreePorts.tcp();
    int http = FreePorts.tcp();
    builder.environment().putAll(ports(api, http));
    builder.environment().put("CANDIDATE", "127.0.0.1");
    builder.environment().put("SRS_HTTP_API_AUTH_USERNAME", USERNAME);
    builder.environment().put("SRS_HTTP_API_AUTH_PASSWORD", PASSWORD);
    builder.environment().putAll(environment);
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    SrsProcess srs = new SrsProcess(process, folder, api, http);
    srs.awaitReady();
    return srs;
  }

  private static Map<String, String> ports(int api, int http) {
    Map<String, String> ports = new HashMap<>();
    ports.put("SRS_LISTEN", "127.0.0.1:" + FreePorts.tcp());
    ports.put("SRS_HTTP_API_LISTEN", "127.0.0.1:" + api);
    ports.put("SRS_HTTP_SERVER_LISTEN", "127.0.0.1:" + http);
    ports.put("SRS_HTTP_API_HTTPS_LISTEN", "127.0.0.1:" + FreePorts.tcp());
    ports.put("SRS_HTTP_SERVER_HTTPS_LISTEN", "127.0.0.1:" + FreePorts.tcp());
    ports.put("SRS_RTC_SERVER_LISTEN", Integer.toString(FreePorts.udp()));
    ports.put("SRS_RTC_SERVER_TCP_LISTEN", Integer.toString(FreePorts.tcp()));
    return ports;
  }

  private void awaitReady() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      try {
        get("/api/v1/versions", USERNAME + ":" + PASSWORD);
        return;
      } catch (UncheckedIOException notYet) {
        pause();
      }
    }
    String said = output();
    close();
    throw new IllegalStateException("SRS did not start: " + said);
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Its API's address, as in {@code plenum.media.nodes}. */
  public URI api() {
    return URI.create("http://127.0.0.1:" + apiPort);
  }

  /** Its HTTP server's address, as in {@code plenum.media.srs.http}. */
  public URI http() {
    return URI.create("http://127.0.0.1:" + httpPort);
  }

  /** Asks its API. */
  public HttpResponse<String> get(String path, String credentials) {
    String basic = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes());
    HttpRequest request =
        HttpRequest.newBuilder(api().resolve(path))
            .timeout(Duration.ofSeconds(5))
            .header("Authorization", basic)
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public boolean isAlive() {
    return process.isAlive();
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
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
