package plenum.quality;

/** What keeps a browser from sending a better picture ({@code qualityLimitationReason}). */
public enum Limitation {
  /** The sender's computer. */
  CPU,
  /** The network, as far as the browser can tell. */
  BANDWIDTH,
  /** Something else. */
  OTHER
}
