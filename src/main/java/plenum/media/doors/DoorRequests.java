package plenum.media.doors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
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

  DoorRequest of(HttpServletRequest request) {
    try {
      return new DoorRequest(
          query(request),
          Optional.ofNullable(request.getHeader("Authorization")),
          addresses.of(
              request.getRemoteAddr(), Optional.ofNullable(request.getHeader("X-Forwarded-For"))),
          request.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Query query(HttpServletRequest request) {
    return Query.parse(Optional.ofNullable(request.getQueryString()).orElse(""));
  }
}
