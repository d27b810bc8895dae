package plenum.media.doors;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads a request's content, but no more than an offer can have. */
final class Body {

  /** An offer of a browser with every codec has some 10 KiB. */
  static final int MAX_BYTES = 64 * 1024;

  private Body() {}

  /**
   * @throws ProblemException 413 above {@link #MAX_BYTES}, 400 when the client breaks off
   */
  static String text(InputStream body) {
    byte[] bytes;
    try {
      bytes = body.readNBytes(MAX_BYTES + 1);
    } catch (IOException brokenOff) {
      throw new ProblemException(Problem.malformed("The request's content broke off."));
    }
    if (bytes.length > MAX_BYTES) {
      throw new ProblemException(
          new Problem(413, "too-long", "The content is longer than " + MAX_BYTES + " bytes."));
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
