package plenum.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Whether a request was passed on by a proxy, as far as it says so. */
final class Proxied {

  /** What proxies write into the requests that they pass on. */
  private static final List<String> MARKS =
      List.of(
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-Real-IP",
          "Forwarded",
          "Via");

  private Proxied() {}

  static boolean is(HttpServletRequest request) {
    return MARKS.stream().anyMatch(mark -> request.getHeader(mark) != null);
  }
}
