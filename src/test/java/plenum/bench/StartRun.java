package plenum.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import plenum.testing.FreePorts;

/** One start of a server, from the command until it answers, with all of its processes. */
final class StartRun implements AutoCloseable {

  /** When a server counts as started. */
  interface Started {
    boolean at(StartRun run) throws InterruptedException;
  }

  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final long POLL_MILLIS = 10;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final long began = System.nanoTime();
  private final int port;
  private final Process process;
  private double seconds;
  private double cpuSeconds;

  private StartRun(int port, Process process) {
    this.port = port;
    this.process = process;
  }

  /** Starts it, and waits. */
  static StartRun of(List<String> command, int port, int mediaPort, Started started)
      throws IOException, InterruptedException {
    Path log = MeasuredServer.target("start.log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(log.toFile());
    builder.environment().put("PLENUM_MEDIA_PORT", Integer.toString(mediaPort));
    builder.environment().put("PLENUM_TLS_PORT", Integer.toString(FreePorts.tcp()));
    StartRun run = new StartRun(port, builder.start());
    Runtime.getRuntime().addShutdownHook(new Thread(run::kill));
    while (!started.at(run)) {
      if (!run.process.isAlive() || run.since() > PATIENCE.toSeconds()) {
        run.kill();
        throw new IOException("It did not start; see " + log);
      }
      Thread.sleep(POLL_MILLIS);
    }
    run.seconds = run.since();
    run.cpuSeconds = run.cpu();
    return run;
  }

  private double since() {
    return (System.nanoTime() - began) / 1e9;
  }

  /** Whatever it answers. */
  boolean answersAnything() throws InterruptedException {
    return get("/").isPresent();
  }

  /** With people able to meet. */
  boolean isReady() throws InterruptedException {
    return get("/health/ready").filter(answer -> answer.contains("200 ")).isPresent()
        && get("/").filter(answer -> answer.contains("200 ")).isPresent();
  }

  /** The status and the content. */
  private Optional<String> get(String path) throws InterruptedException {
    try {
      URI address = origin().resolve(path);
      var answer =
          http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
      return Optional.of(answer.statusCode() + " " + answer.body());
    } catch (IOException notYet) {
      return Optional.empty();
    }
  }

  /** Where it is reached. */
  URI origin() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** From the command. */
  double seconds() {
    return seconds;
  }

  /** CPU time of all its processes until then. */
  double cpuSeconds() {
    return cpuSeconds;
  }

  /** Memory of each of its processes now, in MB, the one that was started first. */
  List<Long> residentMegabytes() throws IOException {
    List<Long> all = new ArrayList<>();
    for (ProcessHandle one : processes().toList()) {
      all.add(new MeasuredProcess(one.pid()).residentMegabytes());
    }
    return all;
  }

  private double cpu() throws IOException {
    double all = 0;
    for (ProcessHandle one : processes().toList()) {
      all += new MeasuredProcess(one.pid()).cpuNanos() / 1e9;
    }
    return all;
  }

  private Stream<ProcessHandle> processes() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants());
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      kill();
    }
  }

  private void kill() {
    processes().forEach(ProcessHandle::destroyForcibly);
  }
}
