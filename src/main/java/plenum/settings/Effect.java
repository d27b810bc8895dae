package plenum.settings;

/** When another value of a setting counts. */
public enum Effect {
  /** At once, for whatever is decided from then on. */
  AT_ONCE,
  /** For connections that begin afterwards. */
  NEXT_CONNECTION,
  /** For pages that are opened afterwards. */
  NEXT_PAGE,
  /** After a restart alone, so that it cannot be changed while the site runs. */
  RESTART;

  /** Whether it can be changed while the site runs. */
  public boolean isWhileRunning() {
    return this != RESTART;
  }
}
