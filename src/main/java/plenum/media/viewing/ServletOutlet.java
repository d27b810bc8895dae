package plenum.media.viewing;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import plenum.http.Reader;
import plenum.text.Texts;

/** An asynchronous servlet's answer. */
final class ServletOutlet implements Outlet, WriteListener, AsyncListener {

  private final AsyncContext context;
  private final Texts reader;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile ServletOutputStream out;
  private volatile Runnable ready = () -> {};
  private volatile Runnable gone = () -> {};

  ServletOutlet(AsyncContext context) {
    this.context = context;
    this.reader = Reader.of((HttpServletRequest) context.getRequest());
    context.setTimeout(0);
    context.addListener(this);
  }

  @Override
  public Texts reader() {
    return reader;
  }

  @Override
  public void begin(
      int status, Map<String, String> headers, Runnable whenReady, Runnable whenGone) {
    if (ended.get() || !begun.compareAndSet(false, true)) {
      whenGone.run(); // Ended before the node answered.
      return;
    }
    HttpServletResponse response = (HttpServletResponse) context.getResponse();
    response.setStatus(status);
    headers.forEach(response::setHeader);
    ready = whenReady;
    gone = whenGone;
    try {
      out = response.getOutputStream();
      WriteQueue.limit(out);
      out.setWriteListener(this);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public boolean isReady() {
    return out != null && out.isReady();
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    out.write(bytes);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void end() {
    if (ended.compareAndSet(false, true)) {
      try {
        context.complete();
      } catch (IllegalStateException alreadyOver) {
        // The container ended it first.
      }
    }
  }

  @Override
  public void onWritePossible() {
    ready.run();
  }

  @Override
  public void onError(Throwable failure) {
    gone.run();
  }

  @Override
  public void onComplete(AsyncEvent event) {
    gone.run();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    gone.run();
  }

  @Override
  public void onError(AsyncEvent event) {
    gone.run();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {}
}
