package plenum.gate;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.http.HttpHeader;

/**
 * Knows whether a request in chunks told a length as well. The container forgets a {@code
 * Content-Length} that came before {@code Transfer-Encoding}, and has no method for what came.
 */
final class Lengths {

  private static final Pattern LENGTH =
      Pattern.compile("\\ncontent-length[ \\t]*:", Pattern.CASE_INSENSITIVE);

  private final Field headerBuffer;

  Lengths() throws ReflectiveOperationException {
    headerBuffer = HttpHeader.class.getDeclaredField("headerBuffer");
    headerBuffer.setAccessible(true);
  }

  /** Whether there is one among the lines that came. */
  boolean areIn(HttpHeader head) {
    try {
      return headerBuffer.get(head) instanceof Buffer lines
          && LENGTH
              .matcher(lines.toStringContent(StandardCharsets.ISO_8859_1, 0, lines.limit()))
              .find();
    } catch (ReflectiveOperationException different) {
      throw new IllegalStateException("The container does not show what came", different);
    }
  }
}
