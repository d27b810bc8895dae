package plenum.signal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.websocket.RemoteEndpoint;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;
import org.junit.jupiter.api.Test;

/** By an endpoint that has what Tyrus's has inside, where it has it. */
class TyrusFramesTest {

  private final List<String> happened = new ArrayList<>();

  private static final class Written extends Writer {

    private final List<String> happened;
    private final boolean broken;

    Written(List<String> happened, boolean broken) {
      this.happened = happened;
      this.broken = broken;
    }

    @Override
    public void write(ByteBuffer frame, CompletionHandler<ByteBuffer> handler) {
      happened.add(StandardCharsets.ISO_8859_1.decode(frame.duplicate()).toString());
      if (broken) {
        handler.failed(new IllegalStateException("gone"));
      } else {
        handler.completed(frame);
      }
    }

    @Override
    public void close() {}
  }

  private record Protocol(Object writer) {}

  private record Socket(Object protocolHandler) {}

  private abstract static class Endpoint implements RemoteEndpoint {

    final Object webSocket;

    Endpoint(Object writer) {
      webSocket = new Socket(new Protocol(writer));
    }

    @Override
    public void setBatchingAllowed(boolean allowed) {}

    @Override
    public boolean getBatchingAllowed() {
      return false;
    }

    @Override
    public void flushBatch() {}

    @Override
    public void sendPing(ByteBuffer data) {}

    @Override
    public void sendPong(ByteBuffer data) {}
  }

  /** The field is the super class's, as Tyrus's is. */
  private static final class Asynchronous extends Endpoint {

    Asynchronous(Object writer) {
      super(writer);
    }
  }

  private void send(boolean broken) throws ReflectiveOperationException {
    TyrusFrames.of(new Asynchronous(new Written(happened, broken)))
        .send("Hi", () -> happened.add("done"));
  }

  @Test
  void writesOneFrame() throws ReflectiveOperationException {
    send(false);

    assertEquals(List.of("\u0081\u0002Hi", "done"), happened);
  }

  @Test
  void tellsOnceWhenItCouldNotBeWritten() throws ReflectiveOperationException {
    send(true);

    assertEquals(List.of("\u0081\u0002Hi", "done"), happened);
  }

  @Test
  void refusesWhatLooksOtherwiseInside() {
    assertThrows(ClassCastException.class, () -> TyrusFrames.of(new Asynchronous("no writer")));
    assertThrows(NoSuchFieldException.class, () -> TyrusFrames.of(new Nothing()));
  }

  private static final class Nothing extends Endpoint {

    /** Hides the one that leads further. */
    @SuppressWarnings({"unused", "PMD", "HidingField"})
    private final Object webSocket = new Object();

    Nothing() {
      super("nobody");
    }
  }
}
