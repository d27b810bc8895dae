/**
 * Joins the protocols into sessions: one peer each, which publishes a stream or plays one. {@link
 * plenum.engine.session.EmbeddedEngine} starts an engine; nothing else here is for others.
 *
 * <p>All state belongs to the one thread of {@link plenum.engine.net.MediaLoop}; calls from outside
 * and from the handshakes' threads hop onto it. A datagram goes {@link
 * plenum.engine.session.Demultiplexer} to {@link plenum.engine.session.Session} to its {@link
 * plenum.engine.session.Role}, from there through {@code forward} to the players' sessions, and
 * out.
 */
package plenum.engine.session;
