package plenum.gate;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.glassfish.grizzly.Connection;

/**
 * Begins to read an upgraded connection when what serves it is ready. The container's WebSockets
 * ask for what arrives before they are, and what is there already they are given at once, by the
 * same thread: it would wait for itself for ever.
 *
 * <p>It also ends the connection itself. The container would have the request go on as if it were
 * answered, and use its parts for the next one at once, while other threads are still about to tell
 * what serves the connection that something came or could be written: they reach into that next
 * request then, which fails, or is answered with what is not its own. A request whose connection is
 * gone is not used again.
 */
public class LateReading implements HttpUpgradeHandler {

  /** The attribute of a request that has its connection. */
  static final String CONNECTION = LateReading.class.getName() + ".connection";

  private final AtomicBoolean closed = new AtomicBoolean();
  private HttpUpgradeHandler served;
  private Optional<Connection<?>> below = Optional.empty();

  /**
   * Told before the container begins.
   *
   * @param handler what serves the connection
   * @param connection of the listener, or null where that is not known
   */
  void serve(HttpUpgradeHandler handler, Object connection) {
    served = handler;
    below = connection instanceof Connection<?> known ? Optional.of(known) : Optional.empty();
  }

  private void close(WebConnection connection) throws Exception {
    if (below.isEmpty()) {
      connection.close();
    } else if (closed.compareAndSet(false, true)) {
      destroy();
      below.get().closeSilently(); // When all was sent.
    }
  }

  @Override
  public void init(WebConnection connection) {
    try {
      Reading reading = new Reading(connection.getInputStream());
      served.init(new Late(connection, reading));
      if (!closed.get()) {
        reading.begin();
      }
    } catch (IOException gone) {
      served.destroy();
    }
  }

  @Override
  public void destroy() {
    served.destroy();
  }

  private final class Late implements WebConnection {

    private final WebConnection connection;
    private final Reading reading;

    Late(WebConnection connection, Reading reading) {
      this.connection = connection;
      this.reading = reading;
    }

    @Override
    public ServletInputStream getInputStream() {
      return reading;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      return connection.getOutputStream();
    }

    @Override
    public void close() throws Exception {
      LateReading.this.close(connection);
    }
  }

  /** Tells nobody of what arrives until it is begun. */
  private static final class Reading extends ServletInputStream {

    private final ServletInputStream from;
    private ReadListener listener;

    Reading(ServletInputStream from) {
      this.from = from;
    }

    void begin() {
      if (listener == null) {
        return;
      }
      try {
        from.setReadListener(listener);
      } catch (IllegalStateException closed) {
        // By what serves it, as with somebody unknown: nothing more is to be read.
      }
    }

    @Override
    public void setReadListener(ReadListener wanted) {
      listener = Objects.requireNonNull(wanted);
    }

    @Override
    public boolean isFinished() {
      return from.isFinished();
    }

    @Override
    public boolean isReady() {
      return from.isReady();
    }

    @Override
    public int available() throws IOException {
      return from.available();
    }

    @Override
    public int read() throws IOException {
      return from.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return from.read(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      from.close();
    }
  }
}
