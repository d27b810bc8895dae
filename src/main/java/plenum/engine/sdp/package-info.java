/**
 * Offers and answers: SDP (RFC 8866) as WebRTC writes it (RFC 8829), and the engine's rules for
 * answering a publisher (WHIP) and a player (WHEP). Text and values only.
 */
package plenum.engine.sdp;
