package plenum.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** What a request is for. */
final class Paths {

  static final String LIVENESS = "/health/live";

  private Paths() {}

  /** The path as the client sent it, without that of the deployment. */
  static String asked(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }

  /** The path as the container understands it, decoded and without detours: what it will serve. */
  static String of(HttpServletRequest request) {
    return request.getServletPath() + Optional.ofNullable(request.getPathInfo()).orElse("");
  }
}
