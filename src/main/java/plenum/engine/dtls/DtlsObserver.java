package plenum.engine.dtls;

/**
 * What hears of one handshake, on a thread of the handshakes' own: it hands over to its own thread
 * and returns at once. One of {@link #connected} and {@link #failed} is called, once, unless the
 * endpoint is closed before by {@link DtlsEndpoint#close()}.
 */
public interface DtlsObserver {

  /** The handshake is complete and the peer's certificate is the expected one. */
  void connected(DtlsKeys keys);

  /**
   * There is and will be no connection.
   *
   * @param reason for a log; no secrets
   */
  void failed(String reason);

  /** After {@link #connected}: the peer ended the connection (close_notify, or a fatal alert). */
  void closed();
}
