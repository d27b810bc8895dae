/**
 * RTP packets as bytes (RFC 3550 section 5.1, RFC 8285, RFC 5761). Everything works on {@code
 * byte[], offset, length}, allocates nothing and never throws on a malformed packet.
 */
package plenum.engine.rtp;
