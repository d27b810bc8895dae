package plenum.media;

/**
 * A way in for a device that is not a browser.
 *
 * @param protocol {@code whip}, {@code rtmp} or {@code srt}
 * @param address where to send to: for {@code whip} a path on this origin, otherwise a whole URL
 * @param key the stream key that goes with it, the ticket inside; for {@code whip} the bearer token
 */
public record Ingest(String protocol, String address, String key) {

  /** Without the secret. */
  @Override
  public String toString() {
    return "Ingest[" + protocol + " " + address + "]";
  }
}
