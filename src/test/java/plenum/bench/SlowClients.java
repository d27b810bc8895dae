package plenum.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Clients that hang on: each sends the head of a request and then a byte every two seconds, or asks
 * for large files and reads nothing. Whoever is disconnected comes back at once. One thread, a
 * bounded number of connections, on loopback.
 */
final class SlowClients implements AutoCloseable {

  private static final long PIECE_MILLIS = 2_000;
  private static final int LOOK_MILLIS = 100;
  private static final String HOST = " HTTP/1.1\r\nHost: localhost\r\n";

  /** What each kind of client sends first; the last kind reads nothing. */
  private static final List<String> KINDS =
      List.of(
          "PUT /api/me" + HOST + "Content-Type: application/json\r\nContent-Length: 5000\r\n\r\n{",
          "POST /rooms" + HOST + "Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n",
          "POST /rtc/v1/publish/" + HOST + "Content-Length: 5000\r\n\r\n{",
          "GET /rooms HTTP/1.1\r\nHost: loc",
          ("GET /resources/lib/mpegts/mpegts.js" + HOST + "\r\n").repeat(20));

  private final InetSocketAddress server;
  private final SocketChannel[] clients;
  private final AtomicBoolean over = new AtomicBoolean();
  private final Thread thread = new Thread(this::hangOn, "slow-clients");
  private int returned;

  private SlowClients(URI server, int count) {
    this.server = new InetSocketAddress(server.getHost(), server.getPort());
    this.clients = new SocketChannel[count];
  }

  /** So many, of all kinds, all of them connected. */
  static SlowClients of(URI server, int count) throws IOException {
    SlowClients slow = new SlowClients(server, count);
    for (int i = 0; i < count; i++) {
      slow.connect(i);
    }
    slow.thread.setDaemon(true);
    slow.thread.start();
    return slow;
  }

  private void connect(int index) throws IOException {
    SocketChannel client = SocketChannel.open(server);
    client.configureBlocking(false);
    client.write(bytes(KINDS.get(index % KINDS.size())));
    clients[index] = client;
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private void hangOn() {
    long next = System.currentTimeMillis() + PIECE_MILLIS;
    try {
      while (!over.get()) {
        Thread.sleep(LOOK_MILLIS);
        boolean piece = System.currentTimeMillis() >= next;
        next = piece ? next + PIECE_MILLIS : next;
        for (int i = 0; i < clients.length; i++) {
          stay(i, piece);
        }
      }
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt();
    } catch (IOException serverGone) {
      over.set(true);
    }
  }

  private void stay(int index, boolean piece) throws IOException {
    boolean deaf = index % KINDS.size() == KINDS.size() - 1;
    boolean chunked = index % KINDS.size() == 1;
    try {
      boolean closed = !deaf && clients[index].read(ByteBuffer.allocate(4096)) < 0;
      if (!closed && piece) {
        clients[index].write(bytes(deaf ? "GET / " : chunked ? "1\r\na\r\n" : "x"));
      }
      if (!closed) {
        return;
      }
    } catch (IOException disconnected) {
      // Comes back.
    }
    clients[index].close();
    returned++;
    connect(index);
  }

  /** How many times one of them was disconnected and came back. */
  int returned() {
    return returned;
  }

  @Override
  public void close() throws IOException {
    over.set(true);
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    List<SocketChannel> all = new ArrayList<>(List.of(clients));
    for (SocketChannel client : all) {
      client.close();
    }
  }
}
