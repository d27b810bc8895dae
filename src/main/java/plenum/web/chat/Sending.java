package plenum.web.chat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Sends a file as fast as it is read, and waits for nobody. */
final class Sending implements WriteListener {

  private static final System.Logger LOG = System.getLogger(Sending.class.getName());
  private static final int PIECE = 32 * 1024;

  private final FileChannel content;
  private final AsyncContext context;
  private final ByteBuffer piece = ByteBuffer.allocate(PIECE);
  private boolean over;

  private Sending(FileChannel content, AsyncContext context) {
    this.content = content;
    this.context = context;
  }

  /** Begins to send a file, which is closed at the end, also where it cannot be begun. */
  static void begin(FileChannel content, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      AsyncContext context = request.startAsync();
      context.setTimeout(0); // Who does not read is found by the listener.
      response.getOutputStream().setWriteListener(new Sending(content, context));
    } catch (IOException | RuntimeException failed) {
      content.close();
      throw failed;
    }
  }

  @Override
  public synchronized void onWritePossible() throws IOException {
    if (over) {
      return; // The answer is not this one's any more.
    }
    ServletOutputStream out = context.getResponse().getOutputStream();
    while (!over && out.isReady()) {
      int length = content.read(piece.clear());
      if (length < 0) {
        end();
      } else {
        out.write(piece.array(), 0, length);
      }
    }
  }

  @Override
  public synchronized void onError(Throwable gone) {
    LOG.log(Level.DEBUG, "Somebody did not read a file to its end", gone);
    end();
  }

  private void end() {
    if (over) {
      return;
    }
    over = true;
    try {
      content.close();
    } catch (IOException failed) {
      LOG.log(Level.DEBUG, "A file was not closed", failed);
    }
    context.complete();
  }
}
