package plenum.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import plenum.http.ClientAddress;

/**
 * A request whose sides have addresses only. The container asks DNS for their names, and Tyrus has
 * it do so at every WebSocket handshake: where no DNS server answers, as on networks without the
 * internet, a connection could take five seconds to open.
 */
final class NamelessRequest extends HttpServletRequestWrapper {

  private final String address;

  /**
   * @param client handed on in the header {@link ClientAddress#HEADER}
   */
  NamelessRequest(HttpServletRequest request, InetAddress client) {
    super(request);
    this.address = client.getHostAddress();
  }

  private static boolean isAddress(String header) {
    return header.equalsIgnoreCase(ClientAddress.HEADER);
  }

  @Override
  public String getHeader(String name) {
    return isAddress(name) ? address : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return isAddress(name) ? Collections.enumeration(List.of(address)) : super.getHeaders(name);
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    List<String> names = new ArrayList<>(List.of(ClientAddress.HEADER));
    Collections.list(super.getHeaderNames()).stream()
        .filter(name -> !isAddress(name))
        .forEach(names::add);
    return Collections.enumeration(names);
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
