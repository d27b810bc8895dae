/**
 * The embedded media engine: an SFU that needs nothing but the JDK, Netty's UDP and BouncyCastle's
 * DTLS. {@link plenum.engine.MediaEngine} is its whole interface; {@link
 * plenum.engine.EmbeddedEngine} starts one and is the only class here that knows {@code session}.
 *
 * <p>{@code session} joins the protocols; {@code sdp}, {@code ice}, {@code dtls}, {@code srtp},
 * {@code rtp}, {@code rtcp} know one protocol each and nothing of one another, nor of sockets;
 * {@code net} is the socket; {@code forward} turns one publisher's packets into each player's. Bad
 * input is a value, never an exception; an exception is a defect of the engine.
 */
package plenum.engine;
