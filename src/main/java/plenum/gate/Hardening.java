package plenum.gate;

import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.ContentEncoding;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.ParsingResult;

/**
 * Gives the answers that the container's reader of HTTP makes by itself (of a request that is none,
 * of another version of HTTP) the headers that no answer shall be without, and a content that says
 * what is wrong. It asks all encodings whether they want an answer, the one place where it can
 * still be changed; this one wants those alone, and gives them a content that is not encoded, which
 * the reader names by the encoding's name.
 */
final class Hardening implements ContentEncoding {

  private static final String NAME = "identity";
  private static final String ALIAS = "x-plenum-none";

  @Override
  public boolean wantEncode(HttpHeader header) {
    return header instanceof HttpResponsePacket response
        && Answers.hardenMissing(response)
        && Unreadable.announce(response);
  }

  @Override
  public boolean wantDecode(HttpHeader header) {
    return false;
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public String[] getAliases() {
    return new String[] {ALIAS};
  }

  @Override
  @SuppressWarnings("rawtypes")
  public ParsingResult decode(Connection connection, HttpContent content) {
    throw new IllegalStateException("Nothing is encoded so");
  }

  @Override
  @SuppressWarnings("rawtypes")
  public HttpContent encode(Connection connection, HttpContent content) {
    return Unreadable.content((HttpResponsePacket) content.getHttpHeader());
  }
}
