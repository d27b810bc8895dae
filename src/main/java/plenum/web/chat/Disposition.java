package plenum.web.chat;

import java.nio.charset.StandardCharsets;
import plenum.chat.file.Attachment;

/**
 * Tells a browser whether to show a file or to save it, and under which name (RFC 6266, RFC 8187).
 * Nothing is shown but pictures of pixels.
 */
final class Disposition {

  /** What may stand as it is in an extended value, besides letters and digits (RFC 8187, 3.2.1). */
  private static final String PLAIN = "!#$&+-.^_`|~";

  private Disposition() {}

  static String of(Attachment file) {
    String name = file.name().value();
    String type = file.picture().isPresent() ? "inline" : "attachment";
    return "%s; filename=\"%s\"; filename*=UTF-8''%s".formatted(type, plain(name), encoded(name));
  }

  /** For programs that know nothing else. */
  private static String plain(String name) {
    return name.replaceAll("[^ -~]|[\"\\\\%]", "_");
  }

  private static String encoded(String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
      if (isPlain(one)) {
        encoded.append((char) one);
      } else {
        encoded.append('%').append("%02X".formatted(one));
      }
    }
    return encoded.toString();
  }

  private static boolean isPlain(byte one) {
    return one >= '0' && one <= '9'
        || one >= 'A' && one <= 'Z'
        || one >= 'a' && one <= 'z'
        || one > 0 && PLAIN.indexOf(one) >= 0;
  }
}
