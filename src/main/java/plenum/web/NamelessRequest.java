package plenum.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request whose sides have addresses only. The container asks DNS for their names, and Tyrus has
 * it do so at every WebSocket handshake: where no DNS server answers, as on networks without the
 * internet, a connection could take five seconds to open.
 */
final class NamelessRequest extends HttpServletRequestWrapper {

  NamelessRequest(HttpServletRequest request) {
    super(request);
  }

  @Override
  public String getLocalName() {
    return getLocalAddr();
  }

  @Override
  public String getRemoteHost() {
    return getRemoteAddr();
  }
}
