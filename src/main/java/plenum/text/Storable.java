package plenum.text;

import java.util.regex.Pattern;

/**
 * Text of clients that is kept, or compared with what is kept, as it came. PostgreSQL takes no
 * U+0000 in a text, and half of a surrogate pair is no character of any encoding.
 */
public final class Storable {

  private static final Pattern NEVER = Pattern.compile("[\\x00\\p{Cs}]");
  private static final String MISSING = "\ufffd";

  private Storable() {}

  /** The same text; what cannot be kept has become U+FFFD, as decoders do it. */
  public static String of(String text) {
    return NEVER.matcher(text).replaceAll(MISSING);
  }
}
