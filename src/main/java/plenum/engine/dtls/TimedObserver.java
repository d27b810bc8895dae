package plenum.engine.dtls;

import java.time.Duration;

/** Tells how long a handshake took, beside who waits for it. */
record TimedObserver(DtlsObserver observer, HandshakeNews news, long begun)
    implements DtlsObserver {

  static DtlsObserver of(DtlsObserver observer, HandshakeNews news) {
    return new TimedObserver(observer, news, System.nanoTime());
  }

  @Override
  public void connected(DtlsKeys keys) {
    observer.connected(keys);
    news.complete(Duration.ofNanos(System.nanoTime() - begun));
  }

  @Override
  public void failed(String reason) {
    observer.failed(reason);
    news.failed();
  }

  @Override
  public void closed() {
    observer.closed();
  }
}
