package plenum.bench;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The README's command, on free ports and with data of its own, until Plenum can be used. */
final class RunCommand implements AutoCloseable {

  private static final Path FOLDER = Path.of("target", "bench");
  private static final Path CACHE = FOLDER.resolve("cache");
  private static final Duration PATIENCE = Duration.ofSeconds(600);
  private static final long POLL_MILLIS = 20;

  private final HttpClient http = HttpClient.newHttpClient();
  private final long began = System.nanoTime();
  private final int port;
  private final Process maven;
  private ProcessHandle server;
  private Duration launched;
  private Duration ready;

  private RunCommand(int port, Process maven) {
    this.port = port;
    this.maven = maven;
  }

  /** Starts it, and waits until the start page and the readiness door answer. */
  static RunCommand start() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    int port = freeTcpPort();
    Path log = FOLDER.resolve("run.log");
    ProcessBuilder builder =
        new ProcessBuilder("mvn", "-Prun", "-Dplenum.http.port=" + port)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("PLENUM_MEDIA_PORT", Integer.toString(freeUdpPort()));
    builder.environment().put("PLENUM_TLS_PORT", Integer.toString(freeTcpPort()));
    builder
        .environment()
        .put("PLENUM_DATA_DIR", Files.createTempDirectory(FOLDER, "run-").toString());
    builder.environment().put("PLENUM_CACHE", CACHE.toAbsolutePath().toString());
    RunCommand run = new RunCommand(port, builder.start());
    Runtime.getRuntime().addShutdownHook(new Thread(run::kill));
    if (!run.awaitReady()) {
      run.close();
      throw new IOException("Plenum did not start; see " + log);
    }
    return run;
  }

  /** From the command to the start of the server's JVM. */
  Duration launchedAfter() {
    return launched;
  }

  /** From the command to the page that can be used. */
  Duration readyAfter() {
    return ready;
  }

  /** Waits until the next start finds its archive of classes. */
  void awaitArchive() throws IOException, InterruptedException {
    JarBenchmark.awaitArchive(CACHE);
  }

  MeasuredProcess server() {
    return new MeasuredProcess(server.pid());
  }

  URI origin() {
    return URI.create("http://localhost:" + port);
  }

  private boolean awaitReady() throws InterruptedException {
    while (maven.isAlive() && since().compareTo(PATIENCE) < 0) {
      if (server == null) {
        findServer();
      } else if (answers("/health/ready", "plenum") && answers("/", "<html")) {
        ready = since();
        return true;
      }
      Thread.sleep(POLL_MILLIS);
    }
    return false;
  }

  private void findServer() {
    Optional<ProcessHandle> found =
        maven
            .descendants()
            .filter(child -> commandLine(child).contains("http.port=" + port))
            .findAny();
    found.ifPresent(
        handle -> {
          server = handle;
          launched = since();
        });
  }

  private static String commandLine(ProcessHandle process) {
    return process.info().arguments().map(words -> String.join(" ", words)).orElse("");
  }

  private boolean answers(String path, String text) throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(origin().resolve(path)).build();
      var response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return response.statusCode() == 200 && response.body().contains(text);
    } catch (IOException notYet) {
      return false;
    }
  }

  private Duration since() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /** Ends the server, as Ctrl-C does; Maven ends by itself then. */
  @Override
  public void close() throws InterruptedException {
    if (server != null) {
      server.destroy();
    }
    if (!maven.waitFor(30, TimeUnit.SECONDS)) {
      kill();
    }
  }

  private void kill() {
    maven.descendants().forEach(ProcessHandle::destroyForcibly);
    maven.destroyForcibly();
  }

  private static int freeTcpPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static int freeUdpPort() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
