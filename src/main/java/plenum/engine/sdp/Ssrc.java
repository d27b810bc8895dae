package plenum.engine.sdp;

/**
 * A source that a media description announces (RFC 5576).
 *
 * @param ssrc its identifier
 * @param cname its canonical name, empty if none is given
 */
public record Ssrc(int ssrc, String cname) {}
