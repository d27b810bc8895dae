package plenum.tls;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.Optional;
import plenum.settings.InvalidSetting;
import plenum.settings.TlsSettings;

/** What keeps https from being served, as far as it can be known before. */
public final class TlsCheck {

  private TlsCheck() {}

  /** In one sentence, which names the setting, the port or the file. */
  public static Optional<String> problem(TlsSettings settings) {
    if (!settings.isOn()) {
      return Optional.empty();
    }
    return names(settings).or(() -> port(settings.port())).or(() -> certificate(settings));
  }

  private static Optional<String> names(TlsSettings settings) {
    return settings.names().stream()
        .filter(name -> !Names.canBe(name))
        .findFirst()
        .map(
            name ->
                new InvalidSetting(
                        "plenum.tls.names",
                        name,
                        "names such as meet.example, or addresses such as 10.0.0.5, without"
                            + " https:// and without a port")
                    .getMessage());
  }

  /** What keeps the operator's own certificate from being used, in one sentence. */
  public static Optional<String> certificate(TlsSettings settings) {
    return settings.own().flatMap(own -> new OperatorFiles(own, Clock.systemUTC()).problem());
  }

  /** What keeps the port from being opened, in one sentence. */
  public static Optional<String> port(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true); // Connections that are over do not count.
      socket.bind(new InetSocketAddress(port));
      return Optional.empty();
    } catch (IOException taken) {
      return Optional.of(
          "The TCP port %d of https (setting plenum.tls.port) cannot be opened: %s."
              .formatted(port, taken.getMessage()));
    }
  }
}
