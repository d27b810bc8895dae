package plenum.media.doors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * Answers OPTIONS (preflight requests too), and marks the answers that other sites may read. Only
 * the media applications list it; as a {@code @Provider} other ones would find it by themselves.
 *
 * <p>Proxied, since JAX-RS asks the container for it, and it is made at the first request.
 */
@PreMatching
@ApplicationScoped
public class CorsFilter implements ContainerRequestFilter, ContainerResponseFilter {

  private Cors cors;

  /** For the container's proxy. */
  protected CorsFilter() {}

  @Inject
  CorsFilter(Cors cors) {
    this.cors = cors;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (isOptions(request)) {
      request.abortWith(
          Response.ok()
              .header("Accept-Post", WhipDoor.SDP)
              .header("Accept-Patch", IceFragment.TYPE)
              .build());
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Optional<String> origin = Optional.ofNullable(request.getHeaderString("Origin"));
    cors.headers(origin, isOptions(request))
        .forEach((name, value) -> response.getHeaders().putSingle(name, value));
  }

  private static boolean isOptions(ContainerRequestContext request) {
    return request.getMethod().equals(HttpMethod.OPTIONS);
  }
}
