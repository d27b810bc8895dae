package plenum.gate;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.PrintWriter;
import java.io.Writer;

/** An answer of which the status alone is kept. */
final class Silenced extends HttpServletResponseWrapper {

  Silenced(HttpServletResponse response) {
    super(response);
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return new Nowhere();
  }

  @Override
  public PrintWriter getWriter() {
    return new PrintWriter(Writer.nullWriter());
  }

  @Override
  public void sendError(int status) {
    setStatus(status);
  }

  @Override
  public void sendError(int status, String message) {
    setStatus(status);
  }

  @Override
  public void setContentLength(int length) {
    // Of a content that nobody gets.
  }

  @Override
  public void setContentLengthLong(long length) {
    // Of a content that nobody gets.
  }

  @Override
  public void flushBuffer() {
    // There is nothing in it.
  }

  private static final class Nowhere extends ServletOutputStream {

    @Override
    public void write(int one) {
      // Nowhere.
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("This answer is not sent");
    }
  }
}
