package plenum.gate;

import java.lang.reflect.Method;
import org.glassfish.grizzly.http.HttpHeader;

/**
 * Tells the container where a request ends that asks for an upgrade which is not given, as Java's
 * client asks for HTTP/2: it takes all that follows on the connection for its content, and waits
 * for more. There is no public method for it.
 */
final class Ends {

  private final Method expectContent;

  Ends() throws ReflectiveOperationException {
    expectContent = HttpHeader.class.getDeclaredMethod("setExpectContent", boolean.class);
    expectContent.setAccessible(true);
  }

  /** Nothing of it follows any more. */
  void mark(HttpHeader head) {
    try {
      expectContent.invoke(head, false);
    } catch (ReflectiveOperationException different) {
      throw new IllegalStateException("The container does not let itself be told", different);
    }
  }
}
