package plenum.media.doors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.util.Optional;

/** Takes from the container's request what the doors need. */
@ApplicationScoped
public class DoorRequests {

  private ClientAddress addresses;

  /** For the container's proxy. */
  protected DoorRequests() {}

  @Inject
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
        addresses.of(
            request.getRemoteAddr(), Optional.ofNullable(request.getHeader("X-Forwarded-For"))),
        body);
  }

  static Query query(HttpServletRequest request) {
    return Query.parse(Optional.ofNullable(request.getQueryString()).orElse(""));
  }
}
