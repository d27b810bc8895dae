package plenum.contract;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import plenum.testing.FreePorts;
import plenum.testing.SelfSigned;

/**
 * The nginx of this machine with {@code deploy/nginx.conf}, on free ports, in a folder of its own.
 */
final class NginxProcess implements AutoCloseable {

  static final Path CONFIGURATION = Path.of("deploy", "nginx.conf");
  private static final int ATTEMPTS = 100;

  private final Process process;
  private final Path folder;
  private final int port;

  private NginxProcess(Process process, Path folder, int port) {
    this.process = process;
    this.folder = folder;
    this.port = port;
  }

  static Optional<Path> find() {
    String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/usr/local/sbin";
    return Stream.of(path.split(File.pathSeparator))
        .map(directory -> Path.of(directory, "nginx"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static NginxProcess start(Path binary, Path folder, SelfSigned own, int plenum, int srs)
      throws IOException {
    int port = FreePorts.tcp();
    String text =
        Files.readString(CONFIGURATION)
            .replace("user www-data;", "daemon off;\nmaster_process off;")
            .replaceAll("(?m)^ *listen \\[::\\].*$", "")
            .replace("listen 443 ", "listen 127.0.0.1:" + port + " ")
            .replace("listen 80;", "listen 127.0.0.1:" + FreePorts.tcp() + ";")
            .replace("/etc/nginx/plenum.crt", own.certificate().toString())
            .replace("/etc/nginx/plenum.key", own.key().toString())
            .replace("/etc/nginx/mime.types", "mime.types")
            .replace("/run/nginx.pid", folder.resolve("nginx.pid").toString())
            .replace("/var/log/nginx/", folder + "/")
            .replace("127.0.0.1:8090", "127.0.0.1:" + plenum)
            .replace("127.0.0.1:1985", "127.0.0.1:" + srs)
            .replace("http {\n", "http {\n" + temporaryFiles(folder));
    Files.writeString(folder.resolve("mime.types"), "types { text/html html; }\n");
    Path copy = Files.writeString(folder.resolve("nginx.conf"), text);
    Process process =
        new ProcessBuilder(binary.toString(), "-p", folder.toString(), "-c", copy.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("console.log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    NginxProcess nginx = new NginxProcess(process, folder, port);
    nginx.awaitReady();
    return nginx;
  }

  private static String temporaryFiles(Path folder) {
    StringBuilder all = new StringBuilder();
    for (String what : new String[] {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) {
      all.append(what).append("_temp_path ").append(folder.resolve(what)).append(";\n");
    }
    return all.toString();
  }

  private void awaitReady() throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS && process.isAlive(); attempt++) {
      try (Socket open = new Socket("127.0.0.1", port)) {
        return;
      } catch (IOException notYet) {
        try {
          Thread.sleep(50);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
    String said = output();
    close();
    throw new IllegalStateException("nginx did not start: " + said);
  }

  int port() {
    return port;
  }

  /** Everything in its logs. */
  String output() {
    try {
      StringBuilder all = new StringBuilder();
      for (String log : new String[] {"console.log", "error.log", "access.log"}) {
        Path file = folder.resolve(log);
        all.append(Files.exists(file) ? Files.readString(file) : "");
      }
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
