package plenum.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateReadingTest {

  private final List<String> happened = new ArrayList<>();
  private boolean over;

  /** Something has arrived already, of which the listener is told at once. */
  private final class Arrived extends ServletInputStream {

    @Override
    public void setReadListener(ReadListener listener) {
      if (over) {
        throw new IllegalStateException("closed");
      }
      try {
        listener.onDataAvailable();
      } catch (IOException failed) {
        happened.add("failed");
      }
    }

    @Override
    public boolean isFinished() {
      return false;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public int read() {
      return 'x';
    }
  }

  private final class Connection implements WebConnection {

    @Override
    public ServletInputStream getInputStream() {
      return new Arrived();
    }

    @Override
    public ServletOutputStream getOutputStream() {
      throw new IllegalStateException("nobody writes");
    }

    @Override
    public void close() {
      happened.add("closed");
    }
  }

  /** As the container's: listens first, and is ready at the end. */
  private final class Served implements HttpUpgradeHandler, ReadListener {

    private ServletInputStream in;

    @Override
    public void init(WebConnection connection) {
      try {
        in = connection.getInputStream();
        in.setReadListener(this);
        happened.add("ready");
      } catch (IOException failed) {
        happened.add("failed");
      }
    }

    @Override
    public void onDataAvailable() throws IOException {
      happened.add("read " + (char) in.read());
    }

    @Override
    public void onAllDataRead() {
      happened.add("end");
    }

    @Override
    public void onError(Throwable why) {
      happened.add("failed");
    }

    @Override
    public void destroy() {
      happened.add("destroyed");
    }
  }

  /** Closes at once, as for somebody unknown, and again. */
  private final class Refusing implements HttpUpgradeHandler {

    @Override
    public void init(WebConnection connection) {
      try {
        Served listener = new Served();
        listener.in = connection.getInputStream();
        listener.in.setReadListener(listener);
        connection.close();
        connection.close();
      } catch (Exception failed) {
        happened.add("failed");
      }
    }

    @Override
    public void destroy() {
      happened.add("destroyed");
    }
  }

  @Test
  void tellsOfWhatArrivedWhenAllIsReady() {
    LateReading late = new LateReading();
    late.serve(new Served(), null);
    late.init(new Connection());
    late.destroy();

    assertEquals(List.of("ready", "read x", "destroyed"), happened);
  }

  @Test
  void readsNothingOfAConnectionThatWasClosedMeanwhile() {
    over = true;
    LateReading late = new LateReading();
    late.serve(new Served(), null);
    late.init(new Connection());

    assertEquals(List.of("ready"), happened);
  }

  private org.glassfish.grizzly.Connection<?> listeners() {
    return (org.glassfish.grizzly.Connection<?>)
        Proxy.newProxyInstance(
            LateReadingTest.class.getClassLoader(),
            new Class<?>[] {org.glassfish.grizzly.Connection.class},
            (proxy, method, arguments) -> happened.add(method.getName()));
  }

  /** The container would use the request again while others are still about to tell of it. */
  @Test
  void endsTheConnectionAndNotTheRequest() {
    LateReading late = new LateReading();
    late.serve(new Refusing(), listeners());
    late.init(new Connection());

    assertEquals(List.of("destroyed", "closeSilently"), happened, "once, and nothing is read");
  }

  @Test
  void leavesItToTheContainerWhereItsConnectionIsNotKnown() {
    LateReading late = new LateReading();
    late.serve(new Refusing(), null);
    late.init(new Connection());

    assertEquals(List.of("closed", "closed", "read x"), happened);
  }
}
