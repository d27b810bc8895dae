package plenum.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * Files of libraries that Faces serves: those whose address tells the library's version may be kept
 * for a year; Faces itself permits a week.
 */
public class LibraryFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    AssetFilter.tellCaches(response);
    boolean versioned = request.getParameter("v") != null;
    chain.doFilter(request, versioned ? new Kept(response) : response);
  }

  /** Has the header of files that never change, whatever is set for it. */
  private static final class Kept extends HttpServletResponseWrapper {

    private Kept(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void setHeader(String name, String value) {
      boolean permits = name.equalsIgnoreCase("Cache-Control") && value.startsWith("max-age");
      super.setHeader(name, permits ? AssetFilter.FOR_GOOD : value);
    }
  }
}
