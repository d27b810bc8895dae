package plenum.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A pair of network interfaces, one in a namespace of Linux, between which packets are late and get
 * lost: for kernels without netem. It is {@code poor-link.py}, since Java cannot open them.
 */
public final class PoorLink implements AutoCloseable {

  static final String NAME = "poor";

  private static final Duration AT_MOST = Duration.ofMinutes(30);

  private final Process process;
  private final BufferedReader said;

  private PoorLink(List<String> command) throws IOException {
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    said = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Why there can be none here, if so. */
  public static Optional<String> missing() {
    if (!Files.exists(Path.of("/dev/net/tun"))) {
      return Optional.of("There is no /dev/net/tun.");
    }
    try {
      Process python = new ProcessBuilder("python3", "--version").start();
      python.getInputStream().transferTo(OutputStream.nullOutputStream());
      return python.waitFor() == 0 ? Optional.empty() : Optional.of("python3 does not work here.");
    } catch (IOException none) {
      return Optional.of("There is no python3.");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  static PoorLink open(String namespace, Duration oneWay, double loss, long seed) {
    try {
      PoorLink link =
          new PoorLink(
              List.of(
                  "python3",
                  script().toString(),
                  namespace,
                  name("a"),
                  name("b"),
                  Double.toString(oneWay.toMillis() / 1000.0),
                  Double.toString(loss),
                  Long.toString(seed),
                  Long.toString(AT_MOST.toSeconds())));
      if (!"up".equals(link.said.readLine())) {
        link.close();
        throw new IllegalStateException("The poor link did not come up.");
      }
      return link;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Path script() throws IOException {
    try (InputStream script = PoorLink.class.getResourceAsStream("poor-link.py")) {
      Path file = Files.createTempFile(Path.of("target").toAbsolutePath(), "poor-link-", ".py");
      return Files.write(file, script.readAllBytes());
    }
  }

  private static String name(String end) {
    return NAME + ProcessHandle.current().pid() % 100_000 + end;
  }

  /** Loses this part of the packets from now on. */
  public void lose(double loss) {
    try {
      process.getOutputStream().write((loss + "\n").getBytes(StandardCharsets.US_ASCII));
      process.getOutputStream().flush();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The interface in this process's network. */
  String here() {
    return name("a");
  }

  /** The one in the namespace. */
  String there() {
    return name("b");
  }

  /** The interfaces go with it. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      System.out.println("poor link: " + said.readLine());
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
