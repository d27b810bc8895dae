package plenum.gate;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glassfish.grizzly.http.HttpRequestPacket;
import plenum.http.ClientAddress;
import plenum.http.RequestHead;
import plenum.settings.Network;

/** A request's head, as the listener read it. */
final class RequestHeads {

  private final HttpRequestPacket request;
  private final RequestHead head;

  /**
   * @param peer the other end of the connection
   */
  RequestHeads(HttpRequestPacket request, InetAddress peer, ClientAddress addresses) {
    this.request = request;
    this.head =
        new RequestHead(
            request.getMethod().toString(),
            request.getRequestURI(),
            Optional.ofNullable(request.getQueryString()).orElse(""),
            this::header,
            addresses.of(peer.getHostAddress(), header("X-Forwarded-For")));
  }

  RequestHead head() {
    return head;
  }

  Network client() {
    return Network.ofClient(head.remote());
  }

  private Optional<String> header(String name) {
    List<String> values = new ArrayList<>();
    request.getHeaders().values(name).forEach(values::add);
    return values.isEmpty() ? Optional.empty() : Optional.of(String.join(",", values));
  }
}
