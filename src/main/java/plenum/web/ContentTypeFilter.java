package plenum.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import plenum.http.Problem;
import plenum.http.Reader;
import plenum.http.RequestRefused;

/**
 * Refuses a {@code Content-Type} that cannot be read, or is told twice, with a problem. Jersey
 * answers it before any filter or mapper of its own, with an empty answer or the container's page.
 */
public class ContentTypeFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    List<String> told = Collections.list(request.getHeaders(HttpHeaders.CONTENT_TYPE));
    if (told.isEmpty() || told.size() == 1 && isReadable(told.get(0))) {
      chain.doFilter(request, response);
    } else {
      Problem.of(RequestRefused.malformed("malformed-request.header", HttpHeaders.CONTENT_TYPE))
          .reply(Reader.of(request))
          .send(response);
    }
  }

  private static boolean isReadable(String contentType) {
    try {
      return MediaType.valueOf(contentType) != null;
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }
}
