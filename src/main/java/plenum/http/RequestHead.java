package plenum.http;

import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Function;
import plenum.text.Texts;

/**
 * What is known of a request before its content.
 *
 * @param method such as {@code POST}
 * @param path as the client sent it, not decoded: good enough to refuse early, never to let in
 * @param query raw, without its question mark, empty when there is none
 * @param header all values of a header, joined by commas
 * @param remote the client's address
 */
public record RequestHead(
    String method,
    String path,
    String query,
    Function<String, Optional<String>> header,
    InetAddress remote) {

  /** The query's parameters. */
  public Query parameters() {
    return Query.parse(query);
  }

  /** In whose language a refusal is told. */
  public Texts reader() {
    return Texts.forHeader(header.apply("Accept-Language").orElse(""));
  }
}
