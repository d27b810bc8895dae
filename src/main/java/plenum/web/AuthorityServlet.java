package plenum.web;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import plenum.tls.Authority;
import plenum.tls.Tls;

/**
 * The certificate of this server's authority as a file: PEM, which every system imports, with the
 * type by which iOS offers it as a profile and Firefox asks whether to trust it. It is shown and
 * not attached, for iOS would only save it then.
 */
public class AuthorityServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient Tls tls;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Authority> authority = tls.authority();
    if (authority.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    byte[] file = authority.get().file().getBytes(StandardCharsets.US_ASCII);
    response.setContentType("application/x-x509-ca-cert");
    response.setContentLength(file.length);
    response.getOutputStream().write(file);
  }
}
