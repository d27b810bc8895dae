package plenum.media.viewing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PassageTest {

  /** A node that counts what it is asked for. */
  private static final class Source implements Flow.Subscription {
    long requested;
    boolean cancelled;

    @Override
    public void request(long n) {
      requested += n;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }

  private final Source source = new Source();
  private final AtomicInteger afterwards = new AtomicInteger();

  private Passage begin(RecordingOutlet outlet) {
    Passage passage = new Passage(outlet, afterwards::incrementAndGet);
    outlet.begin(200, Map.of(), passage::pump, passage::end);
    passage.onSubscribe(source);
    return passage;
  }

  private static List<ByteBuffer> bytes(int count) {
    return List.of(ByteBuffer.wrap(new byte[count]));
  }

  @Test
  void asksForMoreWhenTheClientHasTakenAll() {
    Passage passage = begin(new RecordingOutlet());
    assertEquals(1, source.requested);
    passage.onNext(bytes(100));
    assertEquals(2, source.requested);
  }

  @Test
  void asksForNothingWhileTheClientTakesNothing() {
    RecordingOutlet outlet = new RecordingOutlet(100);
    Passage passage = begin(outlet);
    passage.onNext(bytes(100));
    assertEquals(1, source.requested);
    assertTrue(passage.isStalledFor(Duration.ZERO));
    assertFalse(passage.isStalledFor(Duration.ofHours(1)));

    outlet.take(100);
    assertEquals(2, source.requested);
    assertFalse(passage.isStalledFor(Duration.ZERO));
  }

  @Test
  void isNotStalledWhileTheNodeHasNothing() {
    Passage passage = begin(new RecordingOutlet());
    passage.onNext(bytes(100));
    assertFalse(passage.isStalledFor(Duration.ZERO));
  }

  @Test
  void endsTheAnswerBehindTheLastByte() {
    RecordingOutlet outlet = new RecordingOutlet(100);
    Passage passage = begin(outlet);
    passage.onNext(bytes(150));
    passage.onComplete();
    assertFalse(outlet.isEnded());
    outlet.take(100);
    assertTrue(outlet.isEnded());
    assertEquals(150, outlet.size());
    assertEquals(1, afterwards.get());
  }

  @Test
  void tellsTheNodeWhenTheClientIsGone() {
    RecordingOutlet outlet = new RecordingOutlet();
    begin(outlet);
    outlet.leave();
    assertTrue(source.cancelled);
    assertEquals(1, afterwards.get());
  }

  @Test
  void tellsTheNodeWhenWritingFails() {
    RecordingOutlet outlet = new RecordingOutlet();
    Passage passage = begin(outlet);
    outlet.breakOff();
    passage.onNext(bytes(1));
    assertTrue(source.cancelled);
    assertTrue(outlet.isEnded());
  }

  @Test
  void endsTheAnswerWhenTheNodeBreaksOff() {
    RecordingOutlet outlet = new RecordingOutlet();
    begin(outlet).onError(new java.io.IOException("reset"));
    assertTrue(outlet.isEnded());
  }

  @Test
  void takesNothingOnceItIsOver() {
    RecordingOutlet outlet = new RecordingOutlet();
    Passage passage = new Passage(outlet, afterwards::incrementAndGet);
    passage.end();
    passage.end();
    passage.onSubscribe(source);
    assertTrue(source.cancelled);
    assertEquals(1, afterwards.get());
  }
}
