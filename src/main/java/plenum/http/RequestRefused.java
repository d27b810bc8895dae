package plenum.http;

import plenum.text.Refused;
import plenum.text.Sentence;

/** A request that an HTTP door does not take, whatever feature it is for. */
public final class RequestRefused extends Refused {

  /** Why. */
  public enum Reason {
    /** Not what the door expects. */
    MALFORMED_REQUEST(400),
    /** A body that is not the JSON expected. */
    BAD_REQUEST(400),
    /** No name where one is asked for. */
    NAME_MISSING(400),
    /** Nobody who may. */
    NOT_AUTHORIZED(401),
    /** A page of another site. */
    ORIGIN(403),
    /** There is nothing at this address. */
    NO_SUCH_PATH(404),
    /** Not by this method. */
    METHOD_NOT_ALLOWED(405),
    /** The content did not arrive in time. */
    TOO_SLOW(408),
    /** Something has changed since. */
    PRECONDITION_FAILED(412),
    /** More than is read. */
    TOO_LONG(413),
    /** Content in a form that is not read. */
    UNSUPPORTED_CODING(415),
    /** What no server does. */
    EXPECTATION_FAILED(417),
    /** A name that is none of this server's. */
    UNKNOWN_HOST(421),
    /** It must be said what is meant to be changed. */
    PRECONDITION_REQUIRED(428),
    /** For operators only. */
    OPERATORS_ONLY(403),
    /** Too many wrong passwords. */
    TOO_MANY_FAILURES(429),
    /** Comes back at once, whatever it is told. */
    TOO_OFTEN(429),
    /** Another version of HTTP. */
    HTTP_VERSION(505);

    private final int status;

    Reason(int status) {
      this.status = status;
    }
  }

  private static final long serialVersionUID = 1L;

  public RequestRefused(Reason reason, String key, Object... values) {
    super(reason, reason.status, Sentence.of(key, values));
  }

  /** The request is not what the door expects. */
  public static RequestRefused malformed(String key, Object... values) {
    return new RequestRefused(Reason.MALFORMED_REQUEST, key, values);
  }
}
