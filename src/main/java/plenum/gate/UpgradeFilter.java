package plenum.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpUpgradeHandler;
import java.io.IOException;

/** Lets connections that become WebSockets be read only when those are ready. */
public class UpgradeFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(new Upgradable(request), response);
  }

  private static final class Upgradable extends HttpServletRequestWrapper {

    Upgradable(HttpServletRequest request) {
      super(request);
    }

    @Override
    public <T extends HttpUpgradeHandler> T upgrade(Class<T> type)
        throws IOException, ServletException {
      try {
        T handler = type.getDeclaredConstructor().newInstance();
        super.upgrade(LateReading.class).serve(handler, getAttribute(LateReading.CONNECTION));
        return handler;
      } catch (ReflectiveOperationException other) {
        return super.upgrade(type);
      }
    }
  }
}
