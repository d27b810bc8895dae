package plenum.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import plenum.identity.RandomText;

/**
 * The word by which a page's own scripts are told from what somebody smuggled in (CSP Level 3,
 * section 6.6.2), on the pages whose library writes scripts into them: administration's.
 */
public final class Nonce {

  private static final String ATTRIBUTE = Nonce.class.getName();

  /** PrimeFaces' scripts send it with every request for a part of the page. */
  private static final String PARAMETER = "primefaces.nonce";

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{16,64}");
  private static final Pattern PAGES = Pattern.compile("/admin(\\.xhtml|/.*)?");

  private Nonce() {}

  /** The page's. A part that is fetched later becomes one of the page that has it already. */
  public static Optional<String> of(HttpServletRequest request) {
    return Optional.ofNullable((String) request.getAttribute(ATTRIBUTE));
  }

  /** Chooses it, where the request is for a page that has one, or for a part of such a page. */
  static void choose(HttpServletRequest request) {
    if (!PAGES.matcher(request.getServletPath()).matches()) {
      return;
    }
    if (!isPart(request)) {
      request.setAttribute(ATTRIBUTE, RandomText.unguessable());
    } else {
      Optional.ofNullable(request.getParameter(PARAMETER))
          .filter(word -> WORD.matcher(word).matches())
          .ifPresent(word -> request.setAttribute(ATTRIBUTE, word));
    }
  }

  /** Whether a page's script asks for parts of the page, by Faces' protocol. */
  public static boolean isPart(HttpServletRequest request) {
    return "partial/ajax".equals(request.getHeader("Faces-Request"));
  }
}
