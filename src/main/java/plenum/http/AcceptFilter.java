package plenum.http;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * Refuses an {@code Accept} that cannot be read with a problem. Jersey would stumble over it only
 * when it writes the answer, and then write none.
 */
@PreMatching
public class AcceptFilter implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    try {
      request.getAcceptableMediaTypes();
    } catch (ProcessingException unreadable) {
      request.getHeaders().remove(HttpHeaders.ACCEPT);
      throw RequestRefused.malformed("malformed-request.header", HttpHeaders.ACCEPT);
    }
  }
}
