package plenum.gate;

import org.glassfish.grizzly.filterchain.FilterChainEvent;
import org.glassfish.grizzly.http.HttpEvents.IncomingHttpUpgradeEvent;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.util.Header;

/**
 * Wishes for another protocol (RFC 9110, 7.8). Only that for a WebSocket can be granted; any other
 * one, as Java's client has for HTTP/2, is passed over. The container would take all that follows
 * such a request for its content, in whatever form it comes, and answer without half of the
 * headers.
 */
final class Upgrades {

  /** Switching Protocols (RFC 9110, 15.2.2). */
  private static final int SWITCHED = 101;

  private Upgrades() {}

  /** To be called for every event before what serves requests: the head was read, nothing else. */
  static void passOver(FilterChainEvent event) {
    if (event instanceof IncomingHttpUpgradeEvent upgrade
        && upgrade.getHttpHeader() instanceof HttpRequestPacket request
        && !isWebSocket(request)) {
      forget(request);
    }
  }

  /** Makes it a request like any other, before its content or its answer. */
  static void forget(HttpHeader head) {
    head.getUpgradeDC().recycle();
    head.setIgnoreContentModifiers(false);
  }

  /** Whether it wishes for a WebSocket (RFC 6455, 4.1): a GET, with no content to wait for. */
  static boolean isWebSocket(HttpRequestPacket request) {
    return request.getMethod() == Method.GET
        && "websocket".equalsIgnoreCase(request.getUpgrade())
        && request.getContentLength() <= 0
        && !request.containsHeader(Header.TransferEncoding)
        && !request.containsHeader(Header.Expect);
  }

  /** Whether it came on a stream of HTTP/2; a request of HTTP/1 may say the same of itself. */
  static boolean isStream(HttpRequestPacket request) {
    return request.getClass().getPackageName().endsWith(".http2");
  }

  /** Whether the wish was granted: anybody can have it, for every path. */
  static boolean isGranted(HttpRequestPacket request) {
    HttpResponsePacket response = request.getResponse();
    return isWebSocket(request) && response.isCommitted() && response.getStatus() == SWITCHED;
  }
}
