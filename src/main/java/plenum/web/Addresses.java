package plenum.web;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The addresses under which people reach this server. */
final class Addresses {

  private Addresses() {}

  /**
   * @param port where plain http answers
   * @param tlsPort where https answers, empty when it does not
   * @param path of the first page
   * @return what to tell whoever started the server, several lines
   */
  static String sentence(int port, Optional<Integer> tlsPort, String path) {
    return sentence(port, tlsPort, path, ofThisMachine());
  }

  static String sentence(int port, Optional<Integer> tlsPort, String path, List<String> hosts) {
    StringBuilder text = new StringBuilder("Plenum is ready. Open");
    text.append("\n\n    http://localhost:")
        .append(port)
        .append(path)
        .append("    on this machine");
    for (String host : hosts) {
      if (tlsPort.isPresent()) {
        text.append("\n    https://").append(host).append(':').append(tlsPort.get()).append(path);
      } else {
        text.append("\n    http://").append(host).append(':').append(port);
        text.append(path)
            .append("    elsewhere, without camera and microphone: browsers want https for those");
      }
    }
    return text.append('\n').toString();
  }

  private static List<String> ofThisMachine() {
    List<String> hosts = new ArrayList<>();
    try {
      for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
        if (network.isUp() && !network.isLoopback()) {
          network
              .inetAddresses()
              .filter(Addresses::isOpenable)
              .map(InetAddress::getHostAddress)
              .forEach(hosts::add);
        }
      }
    } catch (SocketException unknown) {
      return List.of();
    }
    return hosts;
  }

  private static boolean isOpenable(InetAddress address) {
    return address instanceof Inet4Address && !address.isLinkLocalAddress();
  }
}
