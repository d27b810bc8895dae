package plenum.media.viewing;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow;

/** Takes nothing of an answer, so that its connection is closed. */
final class Ignored implements Flow.Subscriber<List<ByteBuffer>> {

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.cancel();
  }

  @Override
  public void onNext(List<ByteBuffer> bytes) {}

  @Override
  public void onError(Throwable failure) {}

  @Override
  public void onComplete() {}
}
