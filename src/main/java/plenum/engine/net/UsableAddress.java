package plenum.engine.net;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Whether an address of this machine can be used now, whatever the port. One that is listed may be
 * gone a moment later, as that of a container's bridge, or not be ready yet: while a machine
 * starts, an IPv6 address is looked up among its neighbours first (RFC 4862, 5.4).
 */
final class UsableAddress {

  private UsableAddress() {}

  /** Tries it at a port that the system chooses. */
  static boolean is(InetAddress address) {
    try (DatagramSocket free = new DatagramSocket(new InetSocketAddress(address, 0))) {
      return free.isBound();
    } catch (IOException unusable) {
      return false;
    }
  }
}
