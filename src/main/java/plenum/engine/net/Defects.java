package plenum.engine.net;

/** Reports exceptions that nobody expected, and not more often than a person can read them. */
final class Defects {

  private static final System.Logger LOG = System.getLogger(MediaLoop.class.getName());
  private static final long INTERVAL_NANOS = 10_000_000_000L;

  private long lastReport = System.nanoTime() - INTERVAL_NANOS;
  private long unreported;

  void report(String what, Throwable cause) {
    long now = System.nanoTime();
    if (now - lastReport < INTERVAL_NANOS) {
      unreported++;
      return;
    }
    lastReport = now;
    String more = unreported == 0 ? "" : " (and " + unreported + " times before)";
    unreported = 0;
    LOG.log(System.Logger.Level.WARNING, what + more, cause);
  }
}
