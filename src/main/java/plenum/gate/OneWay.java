package plenum.gate;

import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.ContentEncoding;
import org.glassfish.grizzly.http.HttpCodecFilter;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.ParsingResult;

/**
 * An encoding of answers that reads no request. The container would unpack what clients compressed
 * before anybody sees it, and so before any limit counts.
 */
final class OneWay implements ContentEncoding {

  private final ContentEncoding whole;

  private OneWay(ContentEncoding whole) {
    this.whole = whole;
  }

  /**
   * Makes all encodings of a reader such ones.
   *
   * @return makes them what they were
   */
  static Runnable all(HttpCodecFilter codec) {
    ContentEncoding[] before = codec.getContentEncodings();
    for (ContentEncoding encoding : before) {
      replace(codec, encoding, new OneWay(encoding));
    }
    return () -> {
      for (ContentEncoding encoding : codec.getContentEncodings()) {
        if (encoding instanceof OneWay half) {
          replace(codec, half, half.whole);
        }
      }
    };
  }

  private static void replace(HttpCodecFilter codec, ContentEncoding old, ContentEncoding next) {
    codec.removeContentEncoding(old);
    codec.addContentEncoding(next);
  }

  @Override
  public boolean wantDecode(HttpHeader header) {
    return false;
  }

  @Override
  public boolean wantEncode(HttpHeader header) {
    return whole.wantEncode(header);
  }

  @Override
  public String getName() {
    return whole.getName();
  }

  @Override
  public String[] getAliases() {
    return whole.getAliases();
  }

  /** What was being unpacked when the guard came goes on. */
  @Override
  @SuppressWarnings("rawtypes")
  public ParsingResult decode(Connection connection, HttpContent content) {
    return whole.decode(connection, content);
  }

  @Override
  @SuppressWarnings("rawtypes")
  public HttpContent encode(Connection connection, HttpContent content) {
    return whole.encode(connection, content);
  }
}
