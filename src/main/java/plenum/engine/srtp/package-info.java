/**
 * SRTP and SRTCP (RFC 3711, RFC 7714): bytes in, bytes out, no sockets and no clock. {@link
 * plenum.engine.srtp.SrtpSender} protects one direction, {@link plenum.engine.srtp.SrtpReceiver}
 * opens the other. Neither is thread-safe: a session's packets belong to one thread.
 */
package plenum.engine.srtp;
