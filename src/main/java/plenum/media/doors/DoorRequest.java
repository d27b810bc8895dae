package plenum.media.doors;

import java.io.InputStream;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import plenum.http.Query;
import plenum.http.RequestHead;
import plenum.text.Texts;

/**
 * What a door needs of an HTTP request.
 *
 * @param query its parameters
 * @param authorization the header
 * @param remote the client's address
 * @param reader in whose language a refusal is told
 * @param body the content, not read yet
 */
public record DoorRequest(
    Query query,
    Optional<String> authorization,
    InetAddress remote,
    Texts reader,
    InputStream body) {

  private static final String BEARER = "bearer ";

  /** A request whose content nobody asked for yet. */
  static DoorRequest of(RequestHead head) {
    return new DoorRequest(
        head.parameters(),
        head.header().apply("Authorization"),
        head.remote(),
        head.reader(),
        InputStream.nullInputStream());
  }

  /** The ticket: parameter {@code ticket} or {@code token}, or a bearer token (RFC 9725, 4.5). */
  Optional<String> ticket() {
    return ticket(query);
  }

  Optional<String> ticket(Query first) {
    return first.get("ticket").or(() -> first.get("token")).or(this::bearer);
  }

  private Optional<String> bearer() {
    return authorization
        .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(BEARER))
        .map(header -> header.substring(BEARER.length()).trim());
  }
}
