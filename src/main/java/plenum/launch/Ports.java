package plenum.launch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.OptionalInt;

/** The TCP ports that Payara Micro is going to open. */
final class Ports {

  private Ports() {}

  /** What is wrong with one, in one sentence. */
  static Optional<String> problem(CommandLine command) {
    return problem(command.port(), "--port").or(() -> problem(command.sslPort(), "--sslport"));
  }

  private static Optional<String> problem(OptionalInt port, String option) {
    if (port.isEmpty() || port.getAsInt() == 0) {
      return Optional.empty();
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true); // Connections that are over do not count.
      socket.bind(new InetSocketAddress(port.getAsInt()));
      return Optional.empty();
    } catch (IOException | IllegalArgumentException taken) {
      return Optional.of(
          "The TCP port %d (%s) cannot be opened: %s."
              .formatted(port.getAsInt(), option, taken.getMessage()));
    }
  }
}
