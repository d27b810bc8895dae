package plenum.gate;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.memory.Buffers;

/**
 * Tells a client that waits to be told that it may send the content (RFC 9110, 10.1.1). The
 * container's own way is another one in each of its releases.
 */
final class Continuation {

  private static final byte[] LINE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

  private final Method required;

  Continuation() throws ReflectiveOperationException {
    required = HttpRequestPacket.class.getDeclaredMethod("requiresAcknowledgement", boolean.class);
    required.setAccessible(true);
  }

  /** Tells it, and that the container need not. */
  void tell(FilterChainContext context, HttpRequestPacket request) {
    try {
      required.invoke(request, false);
    } catch (ReflectiveOperationException different) {
      throw new IllegalStateException("The container does not let itself be told", different);
    }
    context.write(Buffers.wrap(context.getMemoryManager(), LINE.clone()));
  }
}
