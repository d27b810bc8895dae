package plenum.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A network cable between a browser and the server's HTTP port, which a test can pull out and plug
 * in again. Media do not pass through it.
 */
public final class Cable implements AutoCloseable {

  private final int server;
  private final ServerSocket entrance;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private volatile boolean plugged = true;

  public Cable(PlenumServer server) {
    this.server = server.port();
    try {
      this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    start("cable", this::accept);
  }

  /** The site's address at this end of the cable. */
  public URI address() {
    return URI.create("http://localhost:" + entrance.getLocalPort() + "/");
  }

  /** Breaks all connections without a good-bye and lets no new one through. */
  public void pullOut() {
    plugged = false;
    ends.forEach(Cable::reset);
    ends.clear();
  }

  /** Lets connections through again. */
  public void plugIn() {
    plugged = true;
  }

  @Override
  public void close() {
    pullOut();
    try {
      entrance.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        connect(entrance.accept());
      } catch (IOException closed) {
        // Either the entrance is closed, or the server does not listen just now.
      }
    }
  }

  private void connect(Socket browser) throws IOException {
    if (!plugged) {
      reset(browser);
      return;
    }
    ends.add(browser);
    try {
      Socket onward = new Socket(InetAddress.getLoopbackAddress(), server);
      ends.add(onward);
      start("cable-up", () -> pump(browser, onward));
      start("cable-down", () -> pump(onward, browser));
    } catch (IOException refused) {
      reset(browser);
      throw refused;
    }
  }

  private void pump(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
    } catch (IOException broken) {
      // Both ends are closed then, as they are at the end.
    }
    ends.remove(from);
    ends.remove(to);
  }

  private static void reset(Socket socket) {
    try {
      // Without lingering, closing sends RST instead of FIN.
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException alreadyGone) {
      // That is what was wanted.
    }
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
