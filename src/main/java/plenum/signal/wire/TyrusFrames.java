package plenum.signal.wire;

import jakarta.websocket.RemoteEndpoint;
import java.lang.reflect.Field;
import java.util.List;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;

/** Gives Tyrus whole frames to write. */
final class TyrusFrames implements Frames {

  /** The names of the fields that lead from a remote endpoint to its writer. */
  private static final List<String> WAY = List.of("webSocket", "protocolHandler", "writer");

  private final Writer writer;

  private TyrusFrames(Writer writer) {
    this.writer = writer;
  }

  /**
   * @param remote what the session has of the other side
   * @throws ReflectiveOperationException if this is not the Tyrus that is known
   * @throws ClassCastException the same
   */
  static Frames of(RemoteEndpoint remote) throws ReflectiveOperationException {
    Object at = remote;
    for (String name : WAY) {
      at = value(at, name);
    }
    return new TyrusFrames((Writer) at);
  }

  private static Object value(Object of, String name) throws ReflectiveOperationException {
    for (Class<?> type = of.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name) && field.trySetAccessible()) {
          return field.get(of);
        }
      }
    }
    throw new NoSuchFieldException(name);
  }

  @Override
  public void send(String text, Runnable done) {
    writer.write(TextFrame.of(text), new Done<>(done));
  }

  private static final class Done<E> extends CompletionHandler<E> {

    private final Runnable done;

    Done(Runnable done) {
      this.done = done;
    }

    @Override
    public void completed(E result) {
      done.run();
    }

    @Override
    public void failed(Throwable cause) {
      done.run();
    }

    @Override
    public void cancelled() {
      done.run();
    }
  }
}
