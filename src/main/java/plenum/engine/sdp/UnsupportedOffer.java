package plenum.engine.sdp;

/**
 * An offer that is well formed and has a section that cannot be served; the message is a sentence
 * that names it. An offer is never taken in part (RFC 9725 section 4.4).
 */
public final class UnsupportedOffer extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnsupportedOffer(String message) {
    super(message, null, false, false);
  }
}
