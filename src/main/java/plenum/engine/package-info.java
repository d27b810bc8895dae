/**
 * The embedded media engine: an SFU that needs nothing but the JDK, Netty's sockets and
 * BouncyCastle's DTLS. This package is its contract: {@link plenum.engine.MediaEngine}, the values
 * that go in and out, and {@link plenum.engine.EngineEvents}. It knows nobody; {@code
 * session.EmbeddedEngine} starts an engine.
 *
 * <pre>
 * session  -&gt;  this contract, forward, estimate, sdp, ice, dtls, srtp, rtp, rtcp, net
 * forward  -&gt;  rtp, rtcp
 * estimate -&gt;  rtcp
 * </pre>
 *
 * <p>{@code session} joins the protocols; {@code sdp}, {@code ice}, {@code dtls}, {@code srtp},
 * {@code rtp}, {@code rtcp} know one protocol each and nothing of one another, nor of sockets;
 * {@code net} is the socket; {@code forward} turns one publisher's packets into each player's;
 * {@code estimate} finds out what a player's link carries, and shares it out. Bad input is a value,
 * never an exception; an exception is a defect of the engine.
 */
package plenum.engine;
