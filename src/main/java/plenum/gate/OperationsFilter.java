package plenum.gate;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import plenum.http.ClientAddress;
import plenum.http.Problem;
import plenum.http.Reader;
import plenum.http.Reply;
import plenum.http.RequestRefused;
import plenum.http.RequestRefused.Reason;
import plenum.settings.HttpSettings;

/**
 * Keeps what the container tells of itself ({@code /metrics}, {@code /openapi}, the details of
 * {@code /health}) to operators' addresses. Whether the server lives, and whether it is ready,
 * everybody may know.
 */
public class OperationsFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject private transient HttpSettings settings;
  @Inject private transient ClientAddress addresses;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (Paths.of(request).equals(Paths.LIVENESS) || isOperator(client(request))) {
      chain.doFilter(request, response);
    } else if (Paths.of(request).startsWith("/health")) {
      onlyWhether(request, response, chain);
    } else {
      Problem.of(new RequestRefused(Reason.OPERATORS_ONLY, "operators-only"))
          .reply(Reader.of(request))
          .finish(response);
    }
  }

  private boolean isOperator(InetAddress client) {
    return client.isLoopbackAddress()
        || settings.operations().stream().anyMatch(network -> network.contains(client));
  }

  /** A request that a proxy passed on is never the proxy's own, even if the proxy is unknown. */
  private InetAddress client(HttpServletRequest request) throws IOException {
    InetAddress client = addresses.of(request);
    return Proxied.is(request) && client.isLoopbackAddress()
        ? InetAddress.getByAddress(new byte[4])
        : client;
  }

  private static void onlyWhether(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(request, new Silenced(response));
    boolean up = response.getStatus() == HttpServletResponse.SC_OK;
    if (!response.isCommitted()) {
      Reply.of(response.getStatus(), Reply.JSON, "{\"status\":\"" + (up ? "UP" : "DOWN") + "\"}")
          .send(response);
    }
  }
}
