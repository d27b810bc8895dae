package plenum.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code java -jar plenum.jar --profile small}, as a site starts it. */
final class SmallServer implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 180;

  private final int port;
  private final Path log;
  private final Process process;

  private SmallServer(int port, Path log, Process process) {
    this.port = port;
    this.log = log;
    this.process = process;
  }

  /** Starts it, and waits until people can meet. */
  static SmallServer start(int port, Map<String, String> settings)
      throws IOException, InterruptedException {
    Path folder = Files.createDirectories(MeasuredServer.target("")).toAbsolutePath();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Nothing else at work meanwhile.
    command.add("-Dplenum.launch.archive=false");
    settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-jar", Path.of("target", "plenum.jar").toString()));
    command.addAll(List.of("--profile", "small", "--port", Integer.toString(port)));
    command.addAll(List.of("--data", Files.createTempDirectory(folder, "small-").toString()));
    command.addAll(List.of("--cache", folder.resolve("cache").toString()));
    Path log = folder.resolve("small.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    SmallServer server = new SmallServer(port, log, process);
    Runtime.getRuntime().addShutdownHook(new Thread(server::kill));
    server.awaitReady();
    return server;
  }

  private void awaitReady() throws IOException, InterruptedException {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    URI ready = URI.create("http://127.0.0.1:" + port + "/health/ready");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end && process.isAlive()) {
      try {
        var answer =
            client.send(
                HttpRequest.newBuilder(ready).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        // Refused or cut off while it starts.
      }
      Thread.sleep(200);
    }
    throw new IOException("The server was not ready; see " + log);
  }

  int port() {
    return port;
  }

  /** The process that serves. */
  MeasuredProcess server() {
    return new MeasuredProcess(process.children().findFirst().orElseThrow().pid());
  }

  /** The one that started it and stays as its guard, which the start script does without. */
  MeasuredProcess guard() {
    return new MeasuredProcess(process.pid());
  }

  private void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      kill();
    }
  }
}
