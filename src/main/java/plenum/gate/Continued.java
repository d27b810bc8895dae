package plenum.gate;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;

/** An answer in text that stays open when whoever wrote it closes it, so that more can follow. */
final class Continued extends HttpServletResponseWrapper {

  private boolean written;

  Continued(HttpServletResponse response) {
    super(response);
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    written = true;
    return new PrintWriter(super.getWriter()) {
      @Override
      public void close() {
        flush();
      }
    };
  }

  /** Puts something behind what was written; nothing where there was an error instead. */
  void append(String text) throws IOException {
    if (written && getStatus() == SC_OK) {
      getResponse().getWriter().write(text);
    }
  }
}
