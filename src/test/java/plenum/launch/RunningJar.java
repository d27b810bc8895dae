package plenum.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import plenum.testing.FreePorts;
import plenum.testing.TemporaryFiles;

/** A process of {@code target/plenum.jar}, or of a start script. */
final class RunningJar implements AutoCloseable {

  private static final Path TARGET = Path.of(System.getProperty("plenum.test.target", "target"));
  private static final long SECONDS = 480;

  /** The first compiler alone, which is half of a start's work. */
  private static final String QUICK = "-XX:TieredStopAtLevel=1";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Path log;
  private final Process process;

  private RunningJar(Path log, Process process) {
    this.log = log;
    this.process = process;
  }

  static Path target(String file) {
    return TARGET.resolve(file).toAbsolutePath();
  }

  /** {@code java -jar plenum.jar} with these arguments. */
  static RunningJar jar(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(ServerCommand.java(), QUICK));
    command.add(TemporaryFiles.option());
    command.add("-jar");
    command.add(target("plenum.jar").toString());
    command.addAll(List.of(arguments));
    return of(Path.of("").toAbsolutePath(), "", command);
  }

  /**
   * Any command.
   *
   * @param options of Java, for a start script
   */
  static RunningJar of(Path folder, String options, List<String> command) throws IOException {
    Path log = Files.createTempFile(TARGET, "jar-", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("PLENUM_MEDIA_PORT", Integer.toString(FreePorts.udp()));
    builder.environment().put("PLENUM_TLS_PORT", Integer.toString(FreePorts.tcp()));
    builder.environment().put("JAVA_OPTS", QUICK + " " + options);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(TemporaryFiles.environment());
    return new RunningJar(log, builder.start());
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** The process that serves: this one, or the one that it started. */
  ProcessHandle server() {
    return process.children().findFirst().orElse(process.toHandle());
  }

  String output() {
    try {
      return Files.readString(log);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Waits for the end, and gives the exit code. */
  int exit() throws IOException, InterruptedException {
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      throw new IOException("It did not end; see " + log);
    }
    return process.exitValue();
  }

  /** Asks it to end, as a service manager does. */
  int stop() throws IOException, InterruptedException {
    process.destroy();
    return exit();
  }

  void awaitReady(int port) throws IOException, InterruptedException {
    await(() -> get(port, "/health/ready").contains("\"UP\""));
  }

  /** Waits for something while it runs. */
  void await(BooleanSupplier wanted) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!wanted.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IOException("It did not happen; see " + log);
      }
      Thread.sleep(100);
    }
  }

  /** What a path answers with status 200; empty otherwise. */
  String get(int port, String path) {
    try {
      var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200 ? answer.body() : "";
    } catch (IOException notYet) {
      return "";
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
