package plenum.gate;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.util.Objects;

/**
 * Begins to read an upgraded connection when what serves it is ready. The container's WebSockets
 * ask for what arrives before they are, and what is there already they are given at once, by the
 * same thread: it would wait for itself for ever.
 */
public class LateReading implements HttpUpgradeHandler {

  private HttpUpgradeHandler served;

  /** What serves the connection; told before the container begins. */
  void serve(HttpUpgradeHandler handler) {
    served = handler;
  }

  @Override
  public void init(WebConnection connection) {
    try {
      Reading reading = new Reading(connection.getInputStream());
      served.init(new Late(connection, reading));
      reading.begin();
    } catch (IOException gone) {
      served.destroy();
    }
  }

  @Override
  public void destroy() {
    served.destroy();
  }

  private static final class Late implements WebConnection {

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
      connection.close();
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
