package plenum.admin.rest;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * {@code /openapi} for operators' addresses (see {@link plenum.gate.OperationsFilter}). The
 * container would do the same with a REST application of its own and some five hundred classes.
 */
public class DescriptionServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient Description description;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] content = description.ofThisSite().toString().getBytes(StandardCharsets.UTF_8);
    response.setContentType(MediaType.APPLICATION_JSON);
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
  }
}
