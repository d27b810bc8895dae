package plenum.media.viewing;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import plenum.text.Texts;

/** A client that takes everything, or as much as the test lets it. */
final class RecordingOutlet implements Outlet {

  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile int status;
  private volatile Map<String, String> headers = Map.of();
  private volatile Runnable ready = () -> {};
  private volatile Runnable gone = () -> {};
  private volatile int room;
  private volatile boolean broken;

  RecordingOutlet() {
    this(Integer.MAX_VALUE);
  }

  /**
   * @param room bytes after which the client takes nothing more
   */
  RecordingOutlet(int room) {
    this.room = room;
  }

  @Override
  public Texts reader() {
    return Texts.of(Locale.ENGLISH);
  }

  @Override
  public void begin(
      int newStatus, Map<String, String> newHeaders, Runnable whenReady, Runnable whenGone) {
    if (begun.getCount() == 0) {
      throw new IllegalStateException("answered twice");
    }
    status = newStatus;
    headers = newHeaders;
    ready = whenReady;
    gone = whenGone;
    begun.countDown();
  }

  @Override
  public boolean isReady() {
    return begun.getCount() == 0 && taken.size() < room;
  }

  @Override
  public synchronized void write(byte[] bytes) throws IOException {
    if (broken) {
      throw new IOException("gone");
    }
    taken.writeBytes(bytes);
    notifyAll();
  }

  @Override
  public void flush() {}

  @Override
  public void end() {
    ended.countDown();
  }

  /** The client takes so much more. */
  void take(int more) {
    room += more;
    ready.run();
  }

  /** The client closes its connection. */
  void leave() {
    gone.run();
  }

  /** What is written next fails. */
  void breakOff() {
    broken = true;
  }

  int status() {
    await(begun);
    return status;
  }

  String header(String name) {
    await(begun);
    return headers.getOrDefault(name, "");
  }

  /** The whole answer, when it is there. */
  String body() {
    awaitEnd();
    return taken.toString(StandardCharsets.UTF_8);
  }

  /** The problem's code. */
  String code() {
    try (JsonReader reader = Json.createReader(new StringReader(body()))) {
      return reader.readObject().getString("code");
    }
  }

  synchronized int size() {
    return taken.size();
  }

  synchronized void awaitSize(int least) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (taken.size() < least) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("only " + taken.size() + " bytes came");
      }
      wait(1_000);
    }
  }

  void awaitEnd() {
    await(ended);
  }

  boolean isEnded() {
    return ended.getCount() == 0;
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new AssertionError("nothing came");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
