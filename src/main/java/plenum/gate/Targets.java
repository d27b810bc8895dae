package plenum.gate;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.http.util.Header;
import plenum.http.Problem;
import plenum.http.Reply;
import plenum.http.RequestHead;
import plenum.http.RequestRefused;
import plenum.http.RequestRefused.Reason;

/**
 * What a request is for, as its first lines say it. Of two names in {@code Host} a proxy may judge
 * the one and the application the other (RFC 9112, 3.2); a port is a number, and nobody is
 * connected through here.
 */
final class Targets {

  private static final Pattern HOST =
      Pattern.compile("(\\[[\\p{XDigit}:.]+(%[\\w.-]+)?]|[^\\s:@,/\\[\\]]+)(:\\d{0,5})?");

  private Targets() {}

  /**
   * Why a request is not looked at any further.
   *
   * @param head its head, asked for only then
   */
  static Optional<Reply> refusal(HttpRequestPacket request, Supplier<RequestHead> head) {
    if (request.getProtocol() == Protocol.HTTP_2_0 && !Upgrades.isStream(request)) {
      return Optional.of(Admission.isNoHttp1(head.get().reader()));
    }
    if (request.getMethod() == Method.CONNECT) {
      return Optional.of(noTunnel(head.get()));
    }
    return isClear(request) ? Optional.empty() : Optional.of(noHost(head.get()));
  }

  /**
   * Empty lines before a request are passed over, as some clients send one after content (RFC 9112,
   * 2.2); Payara 6.2025.10 takes them for a part of the method.
   */
  static void passOverEmptyLines(HttpRequestPacket request) {
    String method = request.getMethod().toString();
    if (method.startsWith("\r") || method.startsWith("\n")) {
      request.setMethod(method.strip());
    }
  }

  private static Reply noTunnel(RequestHead head) {
    return Admission.refuse(head.reader(), Reason.METHOD_NOT_ALLOWED, "method-not-allowed")
        .with("Allow", MethodFilter.OF_RESOURCES);
  }

  private static Reply noHost(RequestHead head) {
    return Problem.of(RequestRefused.malformed("malformed-request.host")).reply(head.reader());
  }

  /** One host, or none where none is needed; what HTTP/1.1 leaves out the container refuses. */
  private static boolean isClear(HttpRequestPacket request) {
    Iterator<String> hosts = request.getHeaders().values(Header.Host).iterator();
    if (!hosts.hasNext()) {
      return true;
    }
    return HOST.matcher(hosts.next().strip()).matches() && !hosts.hasNext();
  }
}
