package plenum.engine.session;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import plenum.engine.EngineSettings;
import plenum.engine.MediaRefused;
import plenum.engine.MediaRefused.Reason;

/** Who may enter: the limits, and one publisher a stream. */
record Admission(EngineSettings settings) {

  /**
   * A publisher that has been silent for longer gives its name up at once to one that comes. A
   * browser that is there sends a connectivity check every 2.5 s at least.
   */
  static final long REPLACEABLE_NANOS = TimeUnit.SECONDS.toNanos(3);

  /**
   * Refuses a session that the limits forbid.
   *
   * @throws MediaRefused with a sentence that says what to do
   */
  void check(SessionIdentity identity, Directory sessions) {
    if (sessions.count() >= settings.maxSessions()) {
      throw new MediaRefused(
          Reason.TOO_MANY_SESSIONS,
          "The media server serves "
              + settings.maxSessions()
              + " sessions already, which is its limit. Try again when somebody has left, or ask"
              + " the administrator to raise the limit.");
    }
    if (sessions.countFrom(identity.counted()) >= settings.maxSessionsPerAddress()) {
      throw new MediaRefused(
          Reason.TOO_MANY_FROM_ADDRESS,
          "Your address has "
              + settings.maxSessionsPerAddress()
              + " media sessions already, which is the limit. Close some, or ask the administrator"
              + " to raise the limit for one address.");
    }
    if (sessions.countConnecting() >= settings.maxHandshakes()) {
      throw new MediaRefused(
          Reason.TOO_MANY_SESSIONS,
          "Too many sessions are connecting at this moment. Try again in a few seconds.");
    }
    if (sessions.countConnectingFrom(identity.counted()) >= handshakesOfOneAddress()) {
      throw new MediaRefused(
          Reason.TOO_MANY_FROM_ADDRESS,
          "Too many sessions are connecting from your address. Try again in a few seconds.");
    }
  }

  /** Half of all, so that nobody can keep everybody else out by offers alone. */
  private int handshakesOfOneAddress() {
    return (settings.maxHandshakes() + 1) / 2;
  }

  /**
   * The publisher that has to give a stream up to a new one, if there is one.
   *
   * @throws MediaRefused when that publisher is alive
   */
  Optional<Session> replaced(LiveStream stream, long nowNanos) {
    Optional<Session> holder = stream.publisher();
    if (holder.isPresent() && holder.get().silentNanos(nowNanos) <= REPLACEABLE_NANOS) {
      throw new MediaRefused(Reason.STREAM_BUSY, "Somebody is publishing this stream already.");
    }
    return holder;
  }
}
