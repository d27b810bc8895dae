package plenum.bench;

import java.util.Locale;
import java.util.stream.IntStream;

/** Asks the same again and again, with a pause, until it is closed; tells how long that took. */
final class Probe implements Runnable, AutoCloseable {

  private static final long PAUSE_MILLIS = 50;

  private final Runnable question;
  private final IntStream.Builder micros = IntStream.builder();
  private volatile boolean over;

  Probe(Runnable question) {
    this.question = question;
  }

  @Override
  public void run() {
    try {
      while (!over) {
        long began = System.nanoTime();
        question.run();
        micros.add((int) ((System.nanoTime() - began) / 1000));
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Once it has run. */
  String told() {
    Latencies all = Latencies.of(micros.build().toArray());
    return String.format(
        Locale.ROOT,
        "median %.1f ms, p99 %.1f ms, worst %.1f ms (%d)",
        all.median(),
        all.p99(),
        all.worst(),
        all.count());
  }

  @Override
  public void close() {
    over = true;
  }
}
