package plenum.media.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.Optional;
import plenum.http.ClientAddress;
import plenum.http.Query;
import plenum.http.Reader;

/** Takes from the container's request what the doors need. */
public final class DoorRequests {

  private final ClientAddress addresses;

  DoorRequests(ClientAddress addresses) {
    this.addresses = addresses;
  }

  /**
   * @param body as Jersey gives it, which has looked at the first byte of the request's own stream
   */
  DoorRequest of(HttpServletRequest request, InputStream body) {
    return new DoorRequest(
        query(request),
        Optional.ofNullable(request.getHeader("Authorization")),
        address(request),
        Reader.of(request),
        body);
  }

  /** The client's address. */
  public InetAddress address(HttpServletRequest request) {
    return addresses.of(request);
  }

  public static Query query(HttpServletRequest request) {
    return Query.parse(Optional.ofNullable(request.getQueryString()).orElse(""));
  }
}
