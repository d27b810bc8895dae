package plenum.testing;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Optional;

/** This machine as others on its network see it. */
public final class LocalNetwork {

  private LocalNetwork() {}

  /**
   * An address of this machine that is not loopback; what comes from there is not local. Cables to
   * networks that another test makes do not count: a server that started before is not told of them
   * by its certificate, and they go with that test.
   */
  public static Optional<String> address() {
    try {
      return NetworkInterface.networkInterfaces()
          .filter(network -> !FirewalledNetwork.isCable(network.getName()))
          .flatMap(NetworkInterface::inetAddresses)
          .filter(Inet4Address.class::isInstance)
          .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
          .map(InetAddress::getHostAddress)
          .findFirst();
    } catch (SocketException unknown) {
      return Optional.empty();
    }
  }
}
