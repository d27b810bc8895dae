package plenum.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Collects another server's answer, but no more of it than it can have to say. */
public final class LimitedBody implements BodySubscriber<byte[]> {

  private final int mostBytes;
  private final String tooLong;
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
  private Flow.Subscription source;

  /**
   * @param mostBytes of the answer
   * @param tooLong what is said of one that has more
   */
  public LimitedBody(int mostBytes, String tooLong) {
    this.mostBytes = mostBytes;
    this.tooLong = tooLong;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    source = subscription;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    if (body.isDone()) {
      return; // It may not have heard yet that no more is wanted.
    }
    for (ByteBuffer part : parts) {
      byte[] bytes = new byte[part.remaining()];
      part.get(bytes);
      collected.writeBytes(bytes);
    }
    if (collected.size() > mostBytes) {
      source.cancel();
      body.completeExceptionally(new IOException(tooLong));
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    body.complete(collected.toByteArray());
  }
}
