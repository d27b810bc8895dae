package plenum.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import plenum.text.Texts;

/** Who reads an answer: in which language. */
public final class Reader {

  private Reader() {}

  /**
   * The texts in the language that the request's {@code Accept-Language} asks for most. (The
   * container's own reading of it answers the machine's language where there is none.)
   */
  public static Texts of(HttpServletRequest request) {
    return Texts.forHeader(
        String.join(",", Collections.list(request.getHeaders("Accept-Language"))));
  }
}
