package plenum.presence;

/** Somebody cannot be online, or not by that name; the message is a sentence for a person. */
public final class PresenceRefused extends RuntimeException {

  /** Why. */
  public enum Reason {
    /** Somebody else who is online is called so. */
    NAME_TAKEN,
    /** The person has too many tabs open. */
    TOO_MANY_SESSIONS,
    /** The server is full. */
    TOO_MANY_PEOPLE
  }

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  public PresenceRefused(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
