/**
 * DTLS-SRTP (RFC 5763, RFC 5764, RFC 6347) over BouncyCastle: {@link
 * plenum.engine.dtls.DtlsHandshakes} runs a bounded number of handshakes, each of which ends in
 * {@link plenum.engine.dtls.DtlsKeys} or a reason why not. Datagrams come and go as byte arrays;
 * the package knows no sockets.
 */
package plenum.engine.dtls;
