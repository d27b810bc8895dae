package plenum.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import plenum.http.RequestRefused.Reason;

/** Reads a request's content, but no more than an offer can have. */
public final class Body {

  /** An offer of a browser with every codec has some 10 KiB. */
  public static final int MAX_BYTES = 64 * 1024;

  private Body() {}

  /**
   * @throws RequestRefused 413 above {@link #MAX_BYTES}, 400 when the client breaks off
   */
  public static String text(InputStream body) {
    byte[] bytes;
    try {
      bytes = body.readNBytes(MAX_BYTES + 1);
    } catch (IOException brokenOff) {
      throw RequestRefused.malformed("malformed-request.broken-off");
    }
    if (bytes.length > MAX_BYTES) {
      throw new RequestRefused(Reason.TOO_LONG, "too-long.content", MAX_BYTES);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
