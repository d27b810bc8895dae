package plenum.launch;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import plenum.account.Trust;
import plenum.database.DatabaseCheck;
import plenum.identity.Secrets;
import plenum.settings.DatabaseSettings;
import plenum.settings.IdentitySettings;
import plenum.settings.MediaSettings;
import plenum.settings.MediaSettings.TransportSettings;
import plenum.settings.SettingsSource;
import plenum.settings.StartCheck;
import plenum.settings.StartRefused;
import plenum.settings.StoreSettings;
import plenum.settings.TlsSettings;
import plenum.store.DataFormat;
import plenum.store.DataLock;
import plenum.store.DataRights;
import plenum.tls.TlsCheck;

/** What keeps the application from starting, as far as it can be known before. */
public final class Precheck {

  private static final List<String> AUTHORITIES =
      List.of("plenum.ldap.ca-file", "plenum.oidc.ca-file", "plenum.webhooks.ca-file");

  private Precheck() {}

  /**
   * In one sentence; the launcher calls it by name. Where nothing is wrong, the data directory is
   * kept for the application, which takes it from here: another server that starts meanwhile is
   * refused.
   *
   * @param settings the text of a setting by its name
   */
  public static Optional<String> problem(Function<String, Optional<String>> settings) {
    SettingsSource source = new SettingsSource(settings);
    return StartCheck.problem(source)
        .or(() -> unusable(source))
        .or(() -> TlsCheck.problem(TlsSettings.from(source)))
        .or(() -> authorities(source))
        .or(() -> media(MediaSettings.from(source)))
        .or(() -> kept(source));
  }

  /**
   * What {@code --check} tells, each with a sentence that says what is wrong, or an empty one; the
   * launcher calls it by name.
   *
   * @param settings the text of a setting by its name
   */
  public static Map<String, String> check(Function<String, Optional<String>> settings) {
    SettingsSource source = new SettingsSource(settings);
    Map<String, String> found = new LinkedHashMap<>();
    found.put("settings", StartCheck.problem(source).orElse(""));
    if (!found.containsValue("")) {
      return found; // What else they say cannot be known.
    }
    Path data = StoreSettings.from(source).dataDir();
    found.put("data directory " + data.toAbsolutePath(), unusable(source).orElse(""));
    TlsSettings tls = TlsSettings.from(source);
    if (tls.isOn()) {
      found.put("https at TCP port " + tls.port(), TlsCheck.port(tls.port()).orElse(""));
      tls.own()
          .ifPresent(
              own ->
                  found.put(
                      "certificate " + own.certificate(), TlsCheck.certificate(tls).orElse("")));
    }
    authorities(source).ifPresent(problem -> found.put("certificates of authorities", problem));
    DatabaseSettings database = DatabaseSettings.from(source);
    database
        .url()
        .ifPresent(
            named ->
                found.put(
                    "database (plenum.store.url)", DatabaseCheck.problem(database).orElse("")));
    MediaSettings media = MediaSettings.from(source);
    if (media.srs().inUse()) {
      media.srs().nodes().forEach(node -> found.put("SRS at " + node, NodeCheck.problem(node)));
    } else {
      found.put("media at UDP port " + media.transport().port(), media(media).orElse(""));
    }
    return found;
  }

  private static Optional<String> unusable(SettingsSource source) {
    Path directory = StoreSettings.from(source).dataDir();
    try {
      DataLock.requireFree(directory);
      return DataRights.problem(directory)
          .or(() -> DataFormat.problem(directory))
          .or(() -> Secrets.problem(IdentitySettings.from(source), directory));
    } catch (StartRefused refused) {
      return Optional.of(refused.getMessage());
    }
  }

  /** Some of these files are read when they are needed first, which would be late. */
  private static Optional<String> authorities(SettingsSource source) {
    try {
      for (String setting : AUTHORITIES) {
        source.file(setting).map(Optional::of).ifPresent(file -> new Trust(setting, file));
      }
      return Optional.empty();
    } catch (StartRefused refused) {
      return Optional.of(refused.getMessage());
    }
  }

  private static Optional<String> kept(SettingsSource source) {
    try {
      DataLock.take(StoreSettings.from(source).dataDir()).leaveToThisProcess();
      return Optional.empty();
    } catch (StartRefused refused) {
      return Optional.of(refused.getMessage());
    }
  }

  private static Optional<String> media(MediaSettings settings) {
    TransportSettings transport = settings.transport();
    if (!settings.start() || settings.srs().inUse()) {
      return Optional.empty();
    }
    return udp(transport).or(() -> tcp(transport));
  }

  private static Optional<String> udp(TransportSettings transport) {
    if (transport.port() == 0) {
      return Optional.empty();
    }
    for (InetAddress address : addresses(transport.candidates())) {
      Optional<String> failure = failure(address, transport.port());
      // Media goes without an address at which no port opens.
      if (failure.isPresent() && failure(address, 0).isEmpty()) {
        return Optional.of(
            "The UDP port %d of media (setting plenum.media.port) cannot be opened at %s: %s."
                .formatted(transport.port(), text(address), failure.get()));
      }
    }
    return Optional.empty();
  }

  /** Where nothing else is said, at the addresses and the port of UDP. */
  private static Optional<String> tcp(TransportSettings transport) {
    if (!transport.tcp().enabled()) {
      return Optional.empty();
    }
    List<InetSocketAddress> listen = transport.tcp().listen();
    return listen.isEmpty()
        ? addresses(transport.candidates()).stream()
            .flatMap(address -> tcp(address, transport.port(), "plenum.media.port").stream())
            .findFirst()
        : listen.stream()
            .map(named -> new InetSocketAddress(named.getHostString(), named.getPort()))
            .filter(known -> !known.isUnresolved())
            .flatMap(at -> tcp(at.getAddress(), at.getPort(), "plenum.media.tcp.listen").stream())
            .findFirst();
  }

  private static Optional<String> tcp(InetAddress address, int port, String setting) {
    return port == 0
        ? Optional.empty()
        : listening(address, port)
            .filter(taken -> listening(address, 0).isEmpty())
            .map(
                taken ->
                    "The TCP port %d of media (setting %s) cannot be opened at %s: %s."
                        .formatted(port, setting, text(address), taken));
  }

  private static Optional<String> listening(InetAddress address, int port) {
    try (ServerSocket free = new ServerSocket()) {
      free.setReuseAddress(true); // Connections that are over do not count.
      free.bind(new InetSocketAddress(address, port));
      return Optional.empty();
    } catch (IOException failed) {
      return Optional.of(String.valueOf(failed.getMessage()));
    }
  }

  private static Optional<String> failure(InetAddress address, int port) {
    try (DatagramSocket free = new DatagramSocket(new InetSocketAddress(address, port))) {
      return free.isBound() ? Optional.empty() : Optional.of("unknown");
    } catch (IOException failed) {
      return Optional.of(String.valueOf(failed.getMessage()));
    }
  }

  /** Without the network interface. */
  private static String text(InetAddress address) {
    return address.getHostAddress().replaceAll("%.*", "");
  }

  /** Of this machine, those that media will be at; a candidate may be another machine's. */
  private static List<InetAddress> addresses(List<String> candidates) {
    try {
      List<InetAddress> own =
          NetworkInterface.networkInterfaces()
              .flatMap(NetworkInterface::inetAddresses)
              .filter(address -> !address.isLinkLocalAddress())
              .toList();
      List<InetAddress> named =
          own.stream().filter(address -> candidates.contains(text(address))).toList();
      return named.isEmpty()
          ? own.stream().filter(address -> !address.isLoopbackAddress()).toList()
          : named;
    } catch (SocketException unknown) {
      return List.of();
    }
  }
}
