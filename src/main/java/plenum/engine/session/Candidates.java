package plenum.engine.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import plenum.engine.AddressChange;
import plenum.engine.sdp.LocalCandidate;

/** Which addresses the engine receives at, and which of them it tells to whom. */
final class Candidates {

  private static final Comparator<InetSocketAddress> LOOPBACK_LAST =
      Comparator.comparing(candidate -> candidate.getAddress().isLoopbackAddress());

  /**
   * Addresses of one protocol.
   *
   * @param addresses with their ports
   * @param configured whether the site chose them: then all are told to everybody
   */
  record Told(List<InetSocketAddress> addresses, boolean configured) {

    private List<InetSocketAddress> to(InetAddress client) {
      if (configured) {
        return addresses;
      }
      if (client.isLoopbackAddress()) {
        return addresses.stream().sorted(LOOPBACK_LAST).toList();
      }
      List<InetSocketAddress> others =
          addresses.stream()
              .filter(c -> !c.getAddress().isLoopbackAddress())
              .sorted(nearestFirst(client))
              .toList();
      return others.isEmpty() ? addresses : others;
    }
  }

  private final Told udp;
  private final Told tcp;

  /**
   * @param udp where datagrams come to
   * @param tcp where connections come to
   */
  Candidates(Told udp, Told tcp) {
    this.udp = udp;
    this.tcp = tcp;
  }

  /**
   * The addresses to bind: the configured ones, else all of this machine that are not link-local,
   * that can be bound, loopback last, and IPv4 before IPv6: some clients try the first candidate
   * alone.
   */
  static List<InetAddress> toBind(List<InetAddress> configured) {
    if (!configured.isEmpty()) {
      return configured;
    }
    try {
      return NetworkInterface.networkInterfaces()
          .filter(Candidates::isUp)
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> !address.isLinkLocalAddress() && !address.isMulticastAddress())
          .filter(Candidates::isBindable)
          .sorted(
              Comparator.comparing(InetAddress::isLoopbackAddress)
                  .thenComparing(Inet6Address.class::isInstance))
          .distinct()
          .toList();
    } catch (SocketException e) {
      throw new UncheckedIOException("Cannot list this machine's addresses", e);
    }
  }

  /**
   * What an engine that receives at these misses.
   *
   * @param now those that it would receive at if it began now
   */
  static AddressChange change(List<InetAddress> bound, List<InetAddress> now) {
    if (bound.containsAll(now)) {
      return AddressChange.NONE;
    }
    return now.stream().anyMatch(a -> bound.contains(a) && !a.isLoopbackAddress())
        ? AddressChange.MORE
        : AddressChange.OTHERS;
  }

  /**
   * Those whose network is the client's stand first, by the bits that both addresses begin with (as
   * RFC 6724, section 5, rule 9, has it): a machine with several networks, or with one of
   * containers, is reached by the address of the client's, and some try the first candidate alone.
   */
  private static Comparator<InetSocketAddress> nearestFirst(InetAddress client) {
    return Comparator.comparing(
        candidate -> -sharedBits(candidate.getAddress().getAddress(), client.getAddress()));
  }

  /** How many bits both begin with; none if one is of IPv4 and the other of IPv6. */
  private static int sharedBits(byte[] one, byte[] other) {
    if (one.length != other.length) {
      return 0;
    }
    int bits = Byte.SIZE * one.length;
    return bits - new BigInteger(1, one).xor(new BigInteger(1, other)).bitLength();
  }

  /** An address that is not usable yet, or no more, must not keep the others from serving. */
  private static boolean isBindable(InetAddress address) {
    try (DatagramSocket probe = new DatagramSocket(0, address)) {
      return probe.isBound();
    } catch (SocketException e) {
      return false;
    }
  }

  private static boolean isUp(NetworkInterface network) {
    try {
      return network.isUp();
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * The addresses to tell a client: those of its own network first, unless the site chose them.
   *
   * @param client where its offer came from; only from loopback is a loopback address of use. It
   *     comes last: some clients try the first candidate alone, and not all of them can reach
   *     loopback from where they send; the machine's other addresses they can
   */
  List<LocalCandidate> offeredTo(InetAddress client) {
    return Stream.concat(
            udp.to(client).stream().map(LocalCandidate::udp),
            tcp.to(client).stream().map(LocalCandidate::tcp))
        .toList();
  }
}
