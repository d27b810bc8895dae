package plenum.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import plenum.tls.Authority;

/**
 * The addresses under which people reach this server.
 *
 * @param port where plain http answers
 * @param tlsPort where https answers, empty when it does not
 * @param path of the first page, which begins and ends with a slash
 * @param hosts this machine's names and addresses, the best first
 * @param authority whom devices are to trust
 */
record Addresses(
    int port, OptionalInt tlsPort, String path, List<String> hosts, Optional<Authority> authority) {

  /** A documentation address (RFC 5737): nothing is sent to it. */
  private static final String ELSEWHERE = "192.0.2.1";

  private static final int ANY_PORT = 9;

  Addresses {
    hosts = List.copyOf(hosts);
  }

  /**
   * What to tell whoever started the server, several lines.
   *
   * @param look how a QR code can be shown there
   */
  String sentence(QrText.Look look) {
    StringBuilder text = new StringBuilder("Plenum is ready. Open\n\n");
    if (tlsPort.isPresent()) {
      hosts.forEach(host -> text.append("    ").append(secure(host)).append('\n'));
    }
    text.append("    http://localhost:").append(port).append(path).append("    on this machine\n");
    if (tlsPort.isPresent()) {
      hosts.stream().findFirst().ifPresent(host -> text.append(toScan(host, look)));
      authority.ifPresent(one -> text.append(toTrust(one)));
    } else {
      hosts.forEach(host -> text.append(withoutDevices(host)));
    }
    return text.toString();
  }

  /**
   * What to tell whoever started a server that nobody looks after yet.
   *
   * @param link by which somebody does, below the first page
   */
  String administrator(String link) {
    StringBuilder text =
        new StringBuilder(
            "Nobody is administrator of this site yet. Who opens this link becomes it; it is good"
                + " once, and for an hour:\n\n");
    if (tlsPort.isPresent()) {
      hosts.forEach(host -> text.append("    ").append(secure(host)).append(link).append('\n'));
    }
    return text.append("    http://localhost:%d%s%s\n".formatted(port, path, link)).toString();
  }

  private String secure(String host) {
    return "https://" + host + ":" + tlsPort.getAsInt() + path;
  }

  private String withoutDevices(String host) {
    return "    http://%s:%d%s    elsewhere, without camera and microphone: %s\n"
        .formatted(host, port, path, "browsers want https for those");
  }

  private String toScan(String host, QrText.Look look) {
    String code = QrText.of(secure(host), look);
    return code.isEmpty() ? "" : "\n" + code + "    for phones: " + secure(host) + "\n";
  }

  private String toTrust(Authority authority) {
    String host = hosts.stream().findFirst().orElse("localhost");
    return """

    Browsers warn until a device trusts this server's certificate authority, "%s":
        http://%s:%d%sca    says how; its SHA-256 fingerprint there must be
        %s
    """
        .formatted(authority.name(), host, port, path, authority.fingerprint());
  }

  /** Of this machine, that of the way to elsewhere first; IPv6 only where there is nothing else. */
  static List<String> ofThisMachine() {
    List<InetAddress> all = openable();
    List<String> hosts =
        all.stream()
            .filter(Inet4Address.class::isInstance)
            .map(InetAddress::getHostAddress)
            .sorted((one, other) -> Boolean.compare(isFirst(other), isFirst(one)))
            .toList();
    return hosts.isEmpty()
        ? all.stream().filter(Inet6Address.class::isInstance).map(Addresses::literal).toList()
        : hosts;
  }

  private static boolean isFirst(String host) {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(ELSEWHERE, ANY_PORT));
      return socket.getLocalAddress().getHostAddress().equals(host);
    } catch (IOException | UncheckedIOException noWay) {
      return false;
    }
  }

  private static String literal(InetAddress address) {
    return inUrl(address.getHostAddress().replaceAll("%.*", ""));
  }

  /** An address of IPv6 stands in brackets (RFC 3986, section 3.2.2). */
  static String inUrl(String host) {
    return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
  }

  private static List<InetAddress> openable() {
    List<InetAddress> addresses = new ArrayList<>();
    try {
      for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
        if (network.isUp() && !network.isLoopback()) {
          network
              .inetAddresses()
              .filter(address -> !address.isLinkLocalAddress())
              .forEach(addresses::add);
        }
      }
    } catch (SocketException unknown) {
      return List.of();
    }
    return addresses;
  }
}
