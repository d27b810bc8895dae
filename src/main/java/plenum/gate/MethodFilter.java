package plenum.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import plenum.http.Problem;
import plenum.http.Reader;

/**
 * Refuses methods that nothing here serves, and answers OPTIONS for pages and files, which the
 * container would take for GET. Doors and REST resources answer it by themselves.
 */
public class MethodFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Pattern RESOURCES = Pattern.compile("/(api|rtc|live)(/.*)?");

  /** In the form of the header {@code Allow}. */
  static final String OF_RESOURCES = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

  private static final String OF_PAGES = "GET, HEAD, POST, OPTIONS";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean resource = RESOURCES.matcher(Paths.asked(request)).matches();
    String allowed = resource ? OF_RESOURCES : OF_PAGES;
    if (!List.of(allowed.split(", ")).contains(request.getMethod())) {
      Problem.of(HttpServletResponse.SC_METHOD_NOT_ALLOWED)
          .reply(Reader.of(request))
          .with("Allow", allowed)
          .finish(response);
    } else if (!resource && request.getMethod().equals("OPTIONS")) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      response.setHeader("Allow", allowed);
    } else {
      chain.doFilter(request, response);
    }
  }
}
