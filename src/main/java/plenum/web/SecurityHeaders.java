package plenum.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.settings.BrowserSettings;
import plenum.settings.MediaSettings;
import plenum.settings.TlsSettings;

/**
 * Sets the headers that keep a page to what this site serves: no inline script or style, nothing
 * from elsewhere, no frame of another site around it, and devices for this site only.
 */
public class SecurityHeaders extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final Map<String, String> HEADERS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "same-origin",
          "Permissions-Policy",
              "camera=(self), microphone=(self), display-capture=(self), speaker-selection=(self)");

  private transient String policy;
  private transient Optional<String> onlySecure = Optional.empty();

  @Inject
  void settings(MediaSettings media, TlsSettings tls) {
    policy = policy(media);
    onlySecure = onlySecure(tls);
  }

  /** RFC 6797; browsers heed it only where they have no doubt about the certificate. */
  static Optional<String> onlySecure(TlsSettings tls) {
    return tls.hstsDays() == 0
        ? Optional.empty()
        : Optional.of("max-age=" + Duration.ofDays(tls.hstsDays()).toSeconds());
  }

  /** Other addresses than this origin only where the site's settings send pages there. */
  static String policy(MediaSettings media) {
    BrowserSettings browser = media.browser();
    Optional<String> viewing = media.viewing().httpOrigin();
    String elsewhere =
        Stream.of(browser.publish(), browser.play(), browser.api(), viewing)
            .flatMap(Optional::stream)
            .distinct()
            .map(address -> " " + address)
            .collect(Collectors.joining());
    return String.join(
        "; ",
        "default-src 'self'",
        "connect-src 'self' ws: wss:" + elsewhere,
        "media-src 'self' blob: mediastream:" + viewing.map(address -> " " + address).orElse(""),
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'");
  }

  /**
   * A page that a browser fetches ahead, since it is likely the next one, is good for the moment in
   * which it is.
   *
   * @param purpose the header {@code Sec-Purpose}, null when there is none
   */
  static String caching(String purpose) {
    return purpose != null && purpose.startsWith("prefetch") ? "private, max-age=60" : "no-cache";
  }

  /** A page with a {@link Nonce} may run its own scripts besides. */
  private String policyFor(HttpServletRequest request) {
    Nonce.choose(request);
    return Nonce.of(request)
        .filter(word -> !Nonce.isPart(request))
        .map(word -> policy + "; script-src 'self' 'nonce-" + word + "'")
        .orElse(policy);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("Content-Security-Policy", policyFor(request));
    HEADERS.forEach(response::setHeader);
    if (request.isSecure()) {
      onlySecure.ifPresent(age -> response.setHeader("Strict-Transport-Security", age));
    }
    // Modules import each other by name: after an upgrade none may come from an old cache. A
    // browser asks whether its copy is still good, and mostly is told so.
    if (!response.containsHeader("Cache-Control")) {
      response.setHeader("Cache-Control", caching(request.getHeader("Sec-Purpose")));
    }
    chain.doFilter(request, response);
  }
}
