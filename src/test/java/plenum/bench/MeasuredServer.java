package plenum.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plenum.testing.PayaraOptions;

/**
 * A Payara Micro with one application in a process of its own, started with the product's options,
 * reachable on loopback only.
 */
final class MeasuredServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final Path TARGET = Path.of("target", "bench");
  private static final Pattern USED = Pattern.compile("used (\\d+)K");

  private final int port;
  private final Path log;
  private final Process process;

  private MeasuredServer(int port, Path log, Process process) {
    this.port = port;
    this.log = log;
    this.process = process;
  }

  /** Starts one and does not wait for it. */
  static MeasuredServer launch(String name, Path war, Map<String, String> settings)
      throws IOException {
    return launch(name, war, freePort(), settings);
  }

  /** The same on this port. */
  static MeasuredServer launch(String name, Path war, int port, Map<String, String> settings)
      throws IOException {
    Files.createDirectories(TARGET);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + Path.of("payara", "java.options"));
    command.addAll(List.of(System.getProperty("plenum.bench.jvm", "-Xshare:auto").split(" ")));
    command.add("-Dplenum.data.dir=" + Files.createTempDirectory(TARGET, name + "-data-"));
    command.add("-Dplenum.tls.port=off");
    // Everybody comes from one address; who names them leaves connections open for a while.
    command.add("-Dplenum.http.connections-per-address=20000");
    command.add("-Dplenum.pace.names-per-address=1000000");
    command.add("-Dplenum.pace.rooms-per-address=1000000");
    command.add("-Dplenum.pace.messages-per-address=1000000");
    settings.forEach((setting, value) -> command.add("-D" + setting + "=" + value));
    command.addAll(List.of("-jar", PayaraOptions.jar(Path.of("target")).toString()));
    command.addAll(List.of("--deploy", war.toString(), "--port", Integer.toString(port)));
    command.addAll(PayaraOptions.micro(loopbackOnly()));
    Path log = TARGET.resolve(name + ".log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    MeasuredServer server = new MeasuredServer(port, log, process);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    return server;
  }

  /** The WAR that the build made. */
  static Path plenum() {
    return Path.of(property("plenum.test.war", "plenum.war"));
  }

  /** A file of the benchmarks' directory. */
  static Path target(String file) {
    return TARGET.resolve(file);
  }

  /** Its origin. */
  URI origin() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Waits until the path answers with the text. */
  void awaitReady(String path, String text) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder(origin().resolve(path)).build();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      Thread.sleep(200);
      try {
        var response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() == 200 && response.body().contains(text)) {
          return;
        }
      } catch (IOException notYet) {
        // Refused or cut off while it starts.
      }
    }
    throw new IOException("The server was not ready; see " + log);
  }

  /** Its process. */
  MeasuredProcess measured() {
    return new MeasuredProcess(process.pid());
  }

  /** CPU time that it used so far, in nanoseconds. */
  long cpuNanos() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }

  /** Memory that it has from the system, in MB. */
  long residentMegabytes() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    try (var lines = Files.lines(status)) {
      return lines.filter(line -> line.startsWith("VmRSS:")).mapToLong(MeasuredServer::number).sum()
          / 1024;
    }
  }

  /** Memory that its objects take after a full collection, in MB. */
  double liveMegabytes() throws IOException, InterruptedException {
    jcmd("GC.run");
    return usedKilobytes(jcmd("GC.heap_info")) / 1024.0;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process asked = new ProcessBuilder(jcmd, Long.toString(process.pid()), command).start();
    String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    asked.waitFor();
    return answer;
  }

  /** Such as {@code VmRSS: 460832 kB}. */
  private static long number(String line) {
    return Long.parseLong(line.replaceAll("\\D", ""));
  }

  /**
   * Generations, such as {@code tenured generation total 170688K, used 99321K}, without classes.
   */
  private static long usedKilobytes(String heapInfo) {
    return heapInfo
        .lines()
        .filter(line -> line.contains("generation"))
        .map(USED::matcher)
        .filter(Matcher::find)
        .mapToLong(used -> Long.parseLong(used.group(1)))
        .sum();
  }

  private static Path loopbackOnly() throws IOException {
    String listener =
        "set configs.config.server-config.network-config.network-listeners.network-listener."
            + "http-listener.address=127.0.0.1\n";
    String product = Files.readString(PayaraOptions.PREBOOT);
    return Files.writeString(target("preboot.txt"), product + listener);
  }

  private static String property(String name, String file) {
    return System.getProperty(name, Path.of("target").resolve(file).toString());
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
