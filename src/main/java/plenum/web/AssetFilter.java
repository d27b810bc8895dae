package plenum.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves the files of {@link Assets} at their addresses with the checksum. The current ones may be
 * kept for a year; those of an older page are answered with today's files, which nobody may keep.
 */
public class AssetFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  /** For what never changes at its address (RFC 8246). */
  static final String FOR_GOOD = "public, max-age=31536000, immutable";

  private static final Pattern WITH_CHECKSUM =
      Pattern.compile(Pattern.quote(Assets.ROOT + Assets.MARK) + "([0-9a-f]+)/((?!.*\\.\\.).+)");

  @Inject private transient Assets assets;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    tellCaches(response);
    Matcher address = WITH_CHECKSUM.matcher(request.getServletPath());
    if (!address.matches()) {
      chain.doFilter(request, response);
      return;
    }
    if (address.group(1).equals(assets.version())) {
      response.setHeader("Cache-Control", FOR_GOOD);
    }
    request.getRequestDispatcher(Assets.ROOT + address.group(2)).forward(request, response);
  }

  /** The listener compresses files for those who accept it, and does not say so to caches. */
  static void tellCaches(HttpServletResponse response) {
    response.addHeader("Vary", "Accept-Encoding");
  }
}
