/**
 * RTCP packets as values (RFC 3550 section 6, RFC 4585, RFC 5104, transport-wide congestion
 * control), and the bookkeeping that fills them: reception statistics, missing packets, arrival
 * times. Knows nothing of SRTCP: what it reads is decrypted, what it writes is plain.
 */
package plenum.engine.rtcp;
