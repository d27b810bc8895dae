package plenum.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What carries media between a browser and the server's media port, as a network does from which a
 * computer may move to another: then nothing passes any more between the ports that were used so
 * far.
 */
public final class MediaCable implements AutoCloseable {

  private static final int LARGEST = 2048;

  private final SocketAddress server;
  private final DatagramSocket entrance;
  private final Map<SocketAddress, DatagramSocket> ways = new ConcurrentHashMap<>();

  public MediaCable(PlenumServer server) {
    this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.mediaPort());
    try {
      this.entrance = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    } catch (SocketException failed) {
      throw new UncheckedIOException(failed);
    }
    start("media-up", this::up);
  }

  /** Where the browser's end is. */
  public int port() {
    return entrance.getLocalPort();
  }

  /** Who sent so far is heard no more, and gets nothing. */
  public void moveToAnotherNetwork() {
    ways.values().forEach(DatagramSocket::close);
  }

  @Override
  public void close() {
    entrance.close();
    moveToAnotherNetwork();
  }

  private void up() {
    DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
    while (!entrance.isClosed()) {
      try {
        packet.setLength(LARGEST);
        entrance.receive(packet);
        DatagramSocket way = ways.computeIfAbsent(packet.getSocketAddress(), this::way);
        if (!way.isClosed()) {
          way.send(new DatagramPacket(packet.getData(), packet.getLength(), server));
        }
      } catch (IOException closed) {
        // This end, or a way meanwhile.
      }
    }
  }

  private DatagramSocket way(SocketAddress browser) {
    try {
      DatagramSocket way = new DatagramSocket(0, InetAddress.getLoopbackAddress());
      start("media-down", () -> down(way, browser));
      return way;
    } catch (SocketException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void down(DatagramSocket way, SocketAddress browser) {
    DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
    while (!way.isClosed()) {
      try {
        packet.setLength(LARGEST);
        way.receive(packet);
        entrance.send(new DatagramPacket(packet.getData(), packet.getLength(), browser));
      } catch (IOException closed) {
        // One of the two ends.
      }
    }
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
