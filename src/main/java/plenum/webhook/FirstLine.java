package plenum.webhook;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Reads the first line of an answer, and of a longer one no more than that. */
final class FirstLine implements BodySubscriber<String> {

  static final int LONGEST = 200;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CompletableFuture<String> line = new CompletableFuture<>();
  private Flow.Subscription subscription;

  @Override
  public CompletionStage<String> getBody() {
    return line;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    subscription.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> items) {
    for (ByteBuffer item : items) {
      while (item.hasRemaining()) {
        byte next = item.get();
        if (next == '\n' || bytes.size() >= LONGEST * 4) {
          subscription.cancel();
          onComplete();
          return;
        }
        bytes.write(next);
      }
    }
    subscription.request(1);
  }

  @Override
  public void onError(Throwable failed) {
    onComplete(); // The status has come; what was to follow is of no use.
  }

  @Override
  public void onComplete() {
    line.complete(plain(bytes.toString(StandardCharsets.UTF_8)));
  }

  /** Without what would not be a line. */
  static String plain(String text) {
    String visible = text.replaceAll("\\p{Cntrl}", " ").strip();
    return visible.length() <= LONGEST ? visible : visible.substring(0, LONGEST);
  }
}
