package plenum.media.embedded;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import plenum.engine.AddressChange;
import plenum.engine.MediaEngine;
import plenum.media.node.NodeState;

/** An engine's beginning, its beginning anew where this machine has other addresses, its end. */
final class EngineLife {

  private static final System.Logger LOG = System.getLogger(EngineLife.class.getName());

  private static final int TRIES = 10;
  private static final int PAUSE_MILLIS = 300;

  private sealed interface Engine {
    record Running(MediaEngine engine, Instant began) implements Engine {}

    record Absent(NodeState why) implements Engine {}
  }

  private final Callable<MediaEngine> starter;
  private final Consumer<MediaEngine> prepare;

  private volatile Engine engine = new Engine.Absent(new NodeState.Starting());
  private volatile boolean told;
  private volatile boolean ran;
  private boolean stopped;
  private String failure = "";

  /**
   * An engine that has not begun.
   *
   * @param starter makes a new one for the addresses of that moment; fails where it cannot
   * @param prepare what each engine is told first
   */
  EngineLife(Callable<MediaEngine> starter, Consumer<MediaEngine> prepare) {
    this.starter = starter;
    this.prepare = prepare;
  }

  /** It does not begin, since nobody wants it. */
  void switchOff() {
    engine = new Engine.Absent(new NodeState.SwitchedOff());
  }

  void start() {
    for (int tries = 1; !isStarted(tries); tries++) {
      pause();
    }
  }

  /** Whether there is no use in trying again: it runs, or it cannot. */
  private boolean isStarted(int tries) {
    try {
      run(starter.call());
      return true;
    } catch (Exception e) {
      if (tries < TRIES && Engines.isOfAClosedFile(e)) {
        return false;
      }
      LOG.log(Level.DEBUG, "Why the media engine did not start", e);
      fail(Engines.reason(e));
      return true;
    }
  }

  /** Told once, however often it is tried. */
  private synchronized void fail(String reason) {
    if (!stopped) {
      LOG.log(reason.equals(failure) ? Level.DEBUG : Level.ERROR, reason);
      failure = reason;
      engine = new Engine.Absent(new NodeState.Failed(reason));
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void run(MediaEngine started) {
    if (stopped) {
      started.close();
    } else {
      engine = new Engine.Running(started, Instant.now());
      ran = true;
      told = false;
      failure = "";
      prepare.accept(started);
      LOG.log(Level.INFO, "Media flows over UDP port {0}", Integer.toString(started.port()));
    }
  }

  /**
   * Begins anew where this machine has got an address at which the engine does not receive, once
   * nobody loses anything by it: nobody is or gets connected, or nobody reaches it any more. Where
   * one could not begin after another, as its port was taken, that is tried again.
   */
  void followAddresses() {
    Engine now = engine;
    if (now instanceof Engine.Running running) {
      follow(running, running.engine().addresses());
    } else if (isLost(now) && isLeft(now)) {
      start();
    }
  }

  private void follow(Engine.Running running, AddressChange change) {
    if (change == AddressChange.OTHERS
        || change == AddressChange.MORE && running.engine().clients().isEmpty()) {
      beginAnew(running);
    } else if (change == AddressChange.MORE && !told) {
      told = true;
      LOG.log(
          Level.WARNING,
          "This machine has a new address. Media comes to it when nobody meets for a moment.");
    }
  }

  private void beginAnew(Engine.Running former) {
    if (!isLeft(former)) {
      return;
    }
    LOG.log(Level.INFO, "This machine has other addresses now: media begins anew at them.");
    try {
      former.engine().close();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The media engine did not close as it should", e);
    } finally {
      start();
    }
  }

  /** Whether it can begin no more, and could once: what keeps it from that may pass. */
  private boolean isLost(Engine now) {
    return ran && now instanceof Engine.Absent absent && absent.why() instanceof NodeState.Failed;
  }

  /** Leaves it for another one that begins; not when that is done already, or all is over. */
  private synchronized boolean isLeft(Engine former) {
    boolean left = !stopped && engine == former;
    if (left) {
      engine = new Engine.Absent(new NodeState.Starting());
    }
    return left;
  }

  synchronized void stop() {
    stopped = true;
    running().ifPresent(MediaEngine::close);
    engine = new Engine.Absent(new NodeState.Failed("The media engine is stopped."));
  }

  /** The engine; empty while there is none. */
  Optional<MediaEngine> running() {
    return engine instanceof Engine.Running running
        ? Optional.of(running.engine())
        : Optional.empty();
  }

  NodeState state() {
    Engine now = engine;
    if (now instanceof Engine.Running running) {
      return new NodeState.Ready(
          "UDP port " + running.engine().port(), 0, "this JVM", Optional.of(running.began()));
    }
    return ((Engine.Absent) now).why();
  }
}
