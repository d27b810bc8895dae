package plenum.web.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendingTest {

  @TempDir private Path folder;
  private FileChannel content;

  @BeforeEach
  void open() throws IOException {
    content = FileChannel.open(Files.writeString(folder.resolve("file"), "Hello"));
  }

  /** Answers these methods so, and nothing else. */
  private static <T> T answering(Class<T> kind, Map<String, Callable<Object>> answers) {
    return kind.cast(
        Proxy.newProxyInstance(
            kind.getClassLoader(),
            new Class<?>[] {kind},
            (proxy, method, arguments) -> answers.get(method.getName()).call()));
  }

  private static Callable<Object> nothing() {
    return () -> null;
  }

  private static HttpServletRequest request(AsyncContext context) {
    return answering(HttpServletRequest.class, Map.of("startAsync", () -> context));
  }

  private static HttpServletResponse response(ServletOutputStream out) {
    return answering(HttpServletResponse.class, Map.of("getOutputStream", () -> out));
  }

  private static final class Out extends ServletOutputStream {

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private WriteListener listener;

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener writer) {
      if (listener != null) {
        throw new IllegalStateException("has one");
      }
      listener = writer;
    }

    @Override
    public void write(int one) {
      sent.write(one);
    }
  }

  @Test
  void closesAFileThatCannotBeSentAtAll() {
    HttpServletRequest request =
        answering(
            HttpServletRequest.class,
            Map.of(
                "startAsync",
                () -> {
                  throw new IllegalStateException("not supported");
                }));
    assertThrows(
        IllegalStateException.class, () -> Sending.begin(content, request, response(new Out())));
    assertFalse(content.isOpen());
  }

  @Test
  void closesAFileThatCannotBeBegun() {
    AsyncContext context = answering(AsyncContext.class, Map.of("setTimeout", nothing()));
    Out out = new Out();
    out.listener =
        new WriteListener() {
          @Override
          public void onWritePossible() {}

          @Override
          public void onError(Throwable failed) {}
        };
    assertThrows(
        IllegalStateException.class, () -> Sending.begin(content, request(context), response(out)));
    assertFalse(content.isOpen());
  }

  @Test
  void closesAFileThatIsSent() throws IOException {
    Out out = new Out();
    HttpServletResponse response = response(out);
    AsyncContext context =
        answering(
            AsyncContext.class,
            Map.of("setTimeout", nothing(), "getResponse", () -> response, "complete", nothing()));
    Sending.begin(content, request(context), response);
    assertTrue(content.isOpen());
    out.listener.onWritePossible();
    assertTrue(out.sent.toString().equals("Hello") && !content.isOpen());
  }

  /** The container may have given the answer to somebody else. */
  @Test
  void touchesNoAnswerThatIsOver() throws IOException {
    Out out = new Out();
    AtomicInteger asked = new AtomicInteger();
    HttpServletResponse response = response(out);
    AsyncContext context =
        answering(
            AsyncContext.class,
            Map.of(
                "setTimeout",
                nothing(),
                "getResponse",
                () -> asked.incrementAndGet() > 0 ? response : null,
                "complete",
                nothing()));
    Sending.begin(content, request(context), response);
    out.listener.onError(new IOException("gone"));
    out.listener.onWritePossible();
    assertEquals(0, asked.get());
  }
}
