package plenum.bench;

import java.io.IOException;

/** What was used until now, in nanoseconds: time, and CPU time of the server, of us and of all. */
record Moment(long time, long server, long own, long all) {

  static Moment of(MeasuredServer server) throws IOException {
    return new Moment(
        System.nanoTime(), server.cpuNanos(), Machine.ownCpuNanos(), Machine.allCpuNanos());
  }

  Moment since(Moment before) {
    return new Moment(
        time - before.time, server - before.server, own - before.own, all - before.all);
  }

  /** How many cores others kept busy, in what is the difference of two moments. */
  double coresOfOthers() {
    return Math.max(0, (double) (all - server - own) / time);
  }
}
