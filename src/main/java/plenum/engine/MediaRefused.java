package plenum.engine;

/**
 * The engine's answer to a request that it will not serve; the message is a sentence for a person.
 */
public final class MediaRefused extends RuntimeException {

  /** Why, so that a door can choose its status. */
  public enum Reason {
    /** A stream or app name outside the permitted letters. */
    BAD_NAME,
    /** Not SDP, or SDP without what WebRTC needs (BUNDLE, rtcp-mux, ICE, fingerprint). */
    MALFORMED_OFFER,
    /** A section of the offer that is in use has no codec that the engine passes. */
    NO_COMMON_CODEC,
    /** A section of the offer that is in use cannot be served for another reason. */
    UNSUPPORTED_OFFER,
    /** Somebody is publishing this stream already. */
    STREAM_BUSY,
    /** The engine's session limit, or its limit of handshakes in progress. */
    TOO_MANY_SESSIONS,
    /** The limit of sessions from one address. */
    TOO_MANY_FROM_ADDRESS,
    /** The engine is stopping. */
    STOPPED
  }

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  public MediaRefused(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
