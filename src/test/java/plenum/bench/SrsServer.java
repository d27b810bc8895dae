package plenum.bench;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** SRS, with WebRTC on loopback and nothing else. */
final class SrsServer implements MediaServer {

  private static final Path FOLDER = Path.of("target", "bench");
  private static final int ATTEMPTS = 100;
  private static final String CONFIGURATION =
      """
      listen 127.0.0.1:%1$d;
      max_connections 500;
      daemon off;
      pid %4$s/srs.pid;
      srs_log_tank file;
      srs_log_level warn;
      srs_log_file %4$s/srs.log;
      query_latest_version off;
      http_api {
          enabled on;
          listen 127.0.0.1:%2$d;
      }
      rtc_server {
          enabled on;
          listen %3$d;
          candidate 127.0.0.1;
      }
      vhost __defaultVhost__ {
          rtc {
              enabled on;
          }
      }
      """;

  private final Process process;
  private final int port;
  private final int mediaPort;

  private SrsServer(Process process, int port, int mediaPort) {
    this.process = process;
    this.port = port;
    this.mediaPort = mediaPort;
  }

  /** Starts one and waits for it. */
  static SrsServer start(Path binary) throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    int port = freeTcpPort();
    int mediaPort = freeUdpPort();
    Path folder = FOLDER.toAbsolutePath();
    String text = CONFIGURATION.formatted(freeTcpPort(), port, mediaPort, folder);
    Path configuration = Files.writeString(folder.resolve("srs.conf"), text);
    Process process =
        new ProcessBuilder(binary.toString(), "-c", configuration.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("srs-console.log").toFile())
            .start();
    SrsServer server = new SrsServer(process, port, mediaPort);
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    server.awaitReady();
    return server;
  }

  /** Such as {@code 6.0.157}. */
  static String version(Path binary) throws IOException {
    Process asked = new ProcessBuilder(binary.toString(), "-v").redirectErrorStream(true).start();
    return new String(asked.getInputStream().readAllBytes()).strip();
  }

  private void awaitReady() throws IOException, InterruptedException {
    for (int attempt = 0; attempt < ATTEMPTS && process.isAlive(); attempt++) {
      Thread.sleep(100);
      try (Socket open = new Socket("127.0.0.1", port)) {
        return;
      } catch (IOException notYet) {
        // Refused while it starts.
      }
    }
    close();
    throw new IOException("SRS did not start; see " + FOLDER.resolve("srs-console.log"));
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
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
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
