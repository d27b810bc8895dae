package plenum.signal.wire;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * The messages that wait for one client, in order, with at most one under way: what is under way is
 * in the container's buffers, of which a client that does not read may have only so much. Full when
 * there are too many or too long ones; the client is then given up.
 */
public final class Outbox {

  /** The container's side. */
  public interface Wire {

    /** Sends one message; calls back once, from any thread, when it is out or failed. */
    void send(String text, Runnable done);

    /** Closes the connection; may wait for a client that does not read. */
    void close(CloseCode code);
  }

  private final int mostMessages;
  private final int mostCharacters;
  private final Wire wire;
  private final Queue<String> waiting = new ArrayDeque<>();
  private int characters;
  private boolean underWay;
  private boolean draining;
  private boolean shut;
  private Optional<CloseCode> lastWord = Optional.empty();

  public Outbox(int mostMessages, int mostCharacters, Wire wire) {
    this.mostMessages = mostMessages;
    this.mostCharacters = mostCharacters;
    this.wire = wire;
  }

  /**
   * Takes a message; {@link #pump()} is to follow.
   *
   * @return false when there is no room for it
   */
  public synchronized boolean add(String text) {
    if (shut) {
      return true;
    }
    // One message of any length may always wait, such as the snapshot of a very big room.
    boolean full =
        waiting.size() >= mostMessages
            || (!waiting.isEmpty() && characters + text.length() > mostCharacters);
    if (full) {
      return false;
    }
    waiting.add(text);
    characters += text.length();
    return true;
  }

  /** Takes no more messages; closes when those that wait are out. */
  public void closeAfterwards(CloseCode code) {
    synchronized (this) {
      if (shut) {
        return;
      }
      shut = true;
      lastWord = Optional.of(code);
    }
    pump();
  }

  /** Forgets what waits, and closes at once. */
  public void closeNow(CloseCode code) {
    discard();
    wire.close(code);
  }

  /** Forgets everything that waits. */
  public synchronized void discard() {
    shut = true;
    lastWord = Optional.empty();
    waiting.clear();
    characters = 0;
  }

  /** Sends what waits, unless something is under way: then its completion does. */
  public void pump() {
    synchronized (this) {
      if (draining) {
        return;
      }
      draining = true;
    }
    // A completion that comes while send() still runs leaves the next message to this loop, so that
    // many short messages do not pile up on the stack.
    Optional<String> next = next();
    while (next.isPresent()) {
      wire.send(next.get(), this::sent);
      next = next();
    }
  }

  private void sent() {
    synchronized (this) {
      underWay = false;
    }
    pump();
  }

  private Optional<String> next() {
    CloseCode code;
    synchronized (this) {
      if (!underWay && !waiting.isEmpty()) {
        underWay = true;
        String text = waiting.remove();
        characters -= text.length();
        return Optional.of(text);
      }
      draining = false;
      if (underWay || lastWord.isEmpty()) {
        return Optional.empty();
      }
      code = lastWord.get();
      lastWord = Optional.empty();
    }
    wire.close(code);
    return Optional.empty();
  }
}
