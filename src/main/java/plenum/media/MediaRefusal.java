package plenum.media;

import plenum.text.Refused;
import plenum.text.Sentence;

/** A request for media that will not be served. */
public final class MediaRefusal extends Refused {

  /** Why, so that a caller can choose its answer. */
  public enum Reason {
    /** A stream or app name outside the permitted letters. */
    BAD_NAME(400),
    /** Not SDP, or SDP without what WebRTC needs. */
    MALFORMED_OFFER(400),
    /** A section of the offer has nothing that the node passes, or that the stream has. */
    NO_COMMON_CODEC(406),
    /** A section of the offer that cannot be served for another reason. */
    UNSUPPORTED_OFFER(422),
    /** Somebody is publishing this stream already. */
    STREAM_BUSY(409),
    /** No ticket came with the request. */
    NO_TICKET(401),
    /** Not a ticket of this server. */
    TICKET_INVALID(403),
    /** The ticket's time is over. */
    TICKET_EXPIRED(403),
    /** A ticket for another stream, or for the other action. */
    TICKET_FOR_SOMETHING_ELSE(403),
    /** A publishing ticket that has begun a session already. */
    TICKET_USED(403),
    /** The stream was never opened, or is closed. */
    STREAM_CLOSED(403),
    /** A limit of streams, sessions or handshakes. */
    TOO_MANY(503),
    /** The limit of sessions from one address. */
    TOO_MANY_FROM_ADDRESS(429),
    /** Only SRS can serve it, and this site has none. */
    NEEDS_SRS(503),
    /** The stream is open, but nobody publishes it now. */
    NOT_ON_AIR(404),
    /** No session that the Location names. */
    NO_SUCH_SESSION(404),
    /** The node cannot restart ICE. */
    NO_ICE_RESTART(422),
    /** The limit of viewers. */
    TOO_MANY_VIEWERS(503),
    /** There is no media node that could serve it now. */
    UNAVAILABLE(503);

    private final int status;

    Reason(int status) {
      this.status = status;
    }
  }

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  public MediaRefusal(Reason reason, String key, Object... values) {
    super(reason, reason.status, Sentence.of(key, values));
    this.reason = reason;
  }

  @Override
  public String code() {
    return reason == Reason.TOO_MANY ? "too-many-sessions" : super.code();
  }

  /** Pages tell apart only what they can explain better than by its sentence. */
  @Override
  public String pageCode() {
    return switch (reason) {
      case NEEDS_SRS, TOO_MANY_VIEWERS -> code();
      default -> "media-unavailable";
    };
  }

  public Reason reason() {
    return reason;
  }
}
