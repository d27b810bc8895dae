package plenum.presence;

import plenum.text.Refused;
import plenum.text.Sentence;

/** Somebody cannot be online, or not by that name. */
public final class PresenceRefused extends Refused {

  /** Why. */
  public enum Reason {
    /** Somebody else who is online, or was lately, is called so. */
    NAME_TAKEN(409),
    /** The person has too many tabs open. */
    TOO_MANY_SESSIONS(409),
    /** The server is full. */
    TOO_MANY_PEOPLE(503),
    /** One address has as many people online as one may have. */
    TOO_MANY_FROM_ADDRESS(429);

    private final int status;

    Reason(int status) {
      this.status = status;
    }
  }

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  PresenceRefused(Reason reason, String key, Object... values) {
    super(reason, reason.status, Sentence.of(key, values));
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
