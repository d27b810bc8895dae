package plenum.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A real SRS on loopback, started by the binary that {@code -Dsrs.binary} names. */
public final class RealSrs implements AutoCloseable {

  private static final String SECRET = "a secret that only tests know, 32 letters";
  private static final int ATTEMPTS = 100;
  private static final String CONFIGURATION =
      """
      listen 127.0.0.1:%1$d;
      max_connections 500;
      daemon off;
      pid %5$s/srs.pid;
      srs_log_tank file;
      srs_log_level warn;
      srs_log_file %5$s/srs.log;
      query_latest_version off;
      http_api {
          enabled on;
          listen 127.0.0.1:%2$d;
      }
      http_server {
          enabled on;
          listen 127.0.0.1:%3$d;
          dir %5$s/html;
      }
      rtc_server {
          enabled on;
          listen %4$d;
          candidate 127.0.0.1;
      }
      vhost __defaultVhost__ {
          rtc {
              enabled on;
              rtmp_to_rtc on;
              rtc_to_rtmp on;
              pli_for_rtmp 2;
          }
          http_remux {
              enabled on;
              mount [vhost]/[app]/[stream].flv;
          }
          hls {
              enabled on;
              hls_path %5$s/html;
              hls_fragment 2;
              hls_window 20;
          }
          http_hooks {
              enabled on;
              on_publish %6$s;
              on_unpublish %6$s;
              on_play %6$s;
              on_stop %6$s;
          }
      }
      """;

  private final int rtmp = freeTcpPort();
  private final int api = freeTcpPort();
  private final int http = freeTcpPort();
  private final int rtc = freeUdpPort();
  private final Path binary;
  private final Path folder;
  private Optional<Process> process = Optional.empty();

  private RealSrs(Path binary) {
    this.binary = binary;
    try {
      Path target = Path.of(System.getProperty("plenum.test.target", "target"));
      folder = Files.createTempDirectory(Files.createDirectories(target), "srs-").toAbsolutePath();
      Files.createDirectories(folder.resolve("html"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Why there is none, for whoever wonders what was not tested; empty when there is one. */
  public static Optional<String> missing() {
    return binary()
        .filter(Files::isExecutable)
        .map(found -> Optional.<String>empty())
        .orElse(Optional.of("no real SRS was given: -Dsrs.binary=/path/to/srs names one"));
  }

  private static Optional<Path> binary() {
    return Optional.ofNullable(System.getProperty("srs.binary"))
        .filter(text -> !text.isBlank())
        .map(Path::of);
  }

  /** One with free ports, not started yet. */
  public static RealSrs prepare() {
    return new RealSrs(binary().orElseThrow(() -> new IllegalStateException(missing().get())));
  }

  /** What Plenum must be told to use it. */
  public Map<String, String> settings() {
    return Map.of(
        "plenum.media.nodes", "http://127.0.0.1:" + api,
        "plenum.media.srs.http", "http://127.0.0.1:" + http,
        "plenum.media.srs.rtmp", "rtmp://127.0.0.1:" + rtmp,
        "plenum.media.srs.hook-secret", SECRET.replace(' ', '-'));
  }

  /** Where its HTTP server is. */
  public int httpPort() {
    return http;
  }

  /** Starts it, with hooks to that server, and waits for it. */
  public void start(PlenumServer server) {
    String hooks = server.url("/api/hooks/srs?secret=" + SECRET.replace(' ', '-')).toString();
    try {
      String text =
          CONFIGURATION.formatted(
              rtmp, api, http, rtc, folder, hooks.replace("localhost", "127.0.0.1"));
      Path configuration = Files.writeString(folder.resolve("srs.conf"), text);
      Process started =
          new ProcessBuilder(binary.toString(), "-c", configuration.toString())
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("console.log").toFile())
              .start();
      process = Optional.of(started);
      Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
      awaitReady(started);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady(Process started) throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS && started.isAlive(); attempt++) {
      try (Socket open = new Socket("127.0.0.1", api)) {
        return;
      } catch (IOException notYet) {
        pause();
      }
    }
    throw new IOException("SRS did not start; see " + folder.resolve("console.log"));
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.ifPresent(RealSrs::end);
  }

  private static void end(Process running) {
    running.destroy();
    try {
      if (!running.waitFor(10, TimeUnit.SECONDS)) {
        running.destroyForcibly();
      }
    } catch (InterruptedException e) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static int freeTcpPort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freeUdpPort() {
    try (DatagramSocket socket = new DatagramSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
