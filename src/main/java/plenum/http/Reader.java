package plenum.http;

import jakarta.servlet.ServletRequest;
import java.util.Collections;
import plenum.text.Texts;

/** Who reads an answer: in which language. */
public final class Reader {

  private Reader() {}

  /** The texts in the language that the request's {@code Accept-Language} asks for most. */
  public static Texts of(ServletRequest request) {
    return Texts.forReader(Collections.list(request.getLocales()));
  }
}
