package plenum.gate;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import plenum.metric.Histograms;

/** Puts Plenum's histograms behind what the container tells at {@code /metrics}. */
public class MetricsFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final String SCOPE = "application";

  @Inject private transient Histograms histograms;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Continued continued = new Continued(response);
    chain.doFilter(request, continued);
    if (isAskedFor(request)) {
      continued.append(histograms.text());
    }
  }

  /** Of a name, the container tells alone. */
  private static boolean isAskedFor(HttpServletRequest request) {
    return "GET".equals(request.getMethod())
        && Optional.ofNullable(request.getParameter("scope")).orElse(SCOPE).equals(SCOPE)
        && request.getParameter("name") == null;
  }
}
