package plenum.engine.session;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;

/**
 * A way to the engine by TCP for a {@link TestPeer}: what it sends here is put into frames (RFC
 * 4571) of a connection, and back.
 */
final class TcpWay implements AutoCloseable {

  private final DatagramSocket here;
  private final InetSocketAddress engine;
  private volatile Socket connection;
  private volatile SocketAddress peer;

  TcpWay(InetSocketAddress engine) {
    this.engine = engine;
    try {
      here = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    dial();
    start(this::forth);
  }

  InetSocketAddress address() {
    return (InetSocketAddress) here.getLocalSocketAddress();
  }

  /** Connects anew, from another port. */
  void dial() {
    hangUp();
    try {
      Socket fresh = new Socket(engine.getAddress(), engine.getPort());
      fresh.setTcpNoDelay(true);
      connection = fresh;
      start(() -> back(fresh));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Closes the connection, without a word to anybody. */
  void hangUp() {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the engine, too, has the connection. */
  boolean isOpen() {
    return !connection.isClosed();
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "tcp-way");
    thread.setDaemon(true);
    thread.start();
  }

  private void forth() {
    DatagramPacket datagram = new DatagramPacket(new byte[4096], 4096);
    while (!here.isClosed()) {
      try {
        datagram.setLength(4096);
        here.receive(datagram);
        peer = datagram.getSocketAddress();
        DataOutputStream out = new DataOutputStream(connection.getOutputStream());
        byte[] frame = new byte[2 + datagram.getLength()];
        frame[0] = (byte) (datagram.getLength() >> 8);
        frame[1] = (byte) datagram.getLength();
        System.arraycopy(datagram.getData(), 0, frame, 2, datagram.getLength());
        out.write(frame);
      } catch (IOException e) {
        continue; // The connection is closed just now, or all of it.
      }
    }
  }

  private void back(Socket from) {
    try (from) {
      DataInputStream in = new DataInputStream(from.getInputStream());
      while (true) {
        byte[] datagram = in.readNBytes(in.readUnsignedShort());
        here.send(new DatagramPacket(datagram, datagram.length, peer));
      }
    } catch (IOException e) {
      return; // Closed.
    }
  }

  @Override
  public void close() {
    here.close();
    hangUp();
  }
}
