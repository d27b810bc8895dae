package plenum.launch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;

/** The TCP ports that Payara Micro is going to open. */
final class Ports {

  private Ports() {}

  /**
   * What is wrong with one, in one sentence.
   *
   * @param port 0 for none in particular
   * @param option that chose it
   */
  static Optional<String> problem(int port, String option) {
    if (port == 0) {
      return Optional.empty();
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true); // Connections that are over do not count.
      socket.bind(new InetSocketAddress(port));
      return Optional.empty();
    } catch (IOException | IllegalArgumentException taken) {
      return Optional.of(
          "The TCP port %d (%s) cannot be opened: %s.".formatted(port, option, taken.getMessage()));
    }
  }

  /** A free one on loopback, for whoever does not care which. */
  static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
