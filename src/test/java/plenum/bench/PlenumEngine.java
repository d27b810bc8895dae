package plenum.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plenum.engine.EngineStatus;

/** {@link EngineProcess} in a JVM with the product's options. */
final class PlenumEngine implements MediaServer {

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final int port;
  private final int mediaPort;

  private PlenumEngine(Process process, int port, int mediaPort) {
    this.process = process;
    this.port = port;
    this.mediaPort = mediaPort;
  }

  /**
   * Starts one and waits for it.
   *
   * @param options more of the JVM's
   */
  static PlenumEngine start(List<String> options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + Path.of("payara", "java.options"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(EngineProcess.class.getName());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    // Not closed: the process goes on to hold the other end.
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String ports = out.readLine();
    if (ports == null) {
      throw new IOException("The engine did not start.");
    }
    String[] words = ports.split(" ");
    return new PlenumEngine(process, Integer.parseInt(words[1]), Integer.parseInt(words[3]));
  }

  @Override
  public URI origin() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public MeasuredProcess process() {
    return new MeasuredProcess(process.pid());
  }

  @Override
  public int mediaPort() {
    return mediaPort;
  }

  @Override
  public Optional<EngineStatus> status() throws IOException, InterruptedException {
    return Optional.of(EngineProcess.status(numbers()));
  }

  /** Datagrams that loops have handed over to others. */
  long handedOver() throws IOException, InterruptedException {
    return EngineProcess.handedOver(numbers());
  }

  private String numbers() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(origin().resolve(EngineProcess.STATUS)).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().join();
  }
}
