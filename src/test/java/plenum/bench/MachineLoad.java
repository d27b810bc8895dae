package plenum.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;

/** The load of the machine, which disturbs every figure. */
final class MachineLoad {

  private static final double QUIET = Double.parseDouble(System.getProperty("bench.quiet", "0"));
  private static final long PAUSE_MILLIS = 15_000;
  private static final int ATTEMPTS = 120;

  private MachineLoad() {}

  /** The average of the last minute; negative where the system has none. */
  static double now() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  /** Waits, half an hour at most, for the load that {@code bench.quiet} asks for, if it does. */
  static void awaitQuiet() throws IOException, InterruptedException {
    for (int attempt = 0; QUIET > 0 && now() > QUIET && attempt < ATTEMPTS; attempt++) {
      Thread.sleep(PAUSE_MILLIS);
    }
  }
}
