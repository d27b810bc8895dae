package plenum.media;

/**
 * A request for media that will not be served; the message is a sentence for a person and holds no
 * secret.
 */
public final class MediaRefusal extends RuntimeException {

  /** Why, so that a caller can choose its answer. */
  public enum Reason {
    /** A stream or app name outside the permitted letters. */
    BAD_NAME,
    /** Not SDP, or SDP without what WebRTC needs. */
    MALFORMED_OFFER,
    /** Nothing in the offer that the node passes or that the stream has. */
    NO_COMMON_CODEC,
    /** Somebody is publishing this stream already. */
    STREAM_BUSY,
    /** No ticket came with the request. */
    NO_TICKET,
    /** Not a ticket of this server. */
    TICKET_INVALID,
    /** The ticket's time is over. */
    TICKET_EXPIRED,
    /** A ticket for another stream, or for the other action. */
    TICKET_FOR_SOMETHING_ELSE,
    /** A publishing ticket that has begun a session already. */
    TICKET_USED,
    /** The stream was never opened, or is closed. */
    STREAM_CLOSED,
    /** A limit of streams, sessions or handshakes. */
    TOO_MANY,
    /** The limit of sessions from one address. */
    TOO_MANY_FROM_ADDRESS,
    /** Only SRS can serve it, and this site has none. */
    NEEDS_SRS,
    /** The stream is open, but nobody publishes it now. */
    NOT_ON_AIR,
    /** The limit of viewers. */
    TOO_MANY_VIEWERS,
    /** There is no media node that could serve it now. */
    UNAVAILABLE
  }

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  public MediaRefusal(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
