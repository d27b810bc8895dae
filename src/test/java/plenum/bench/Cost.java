package plenum.bench;

/**
 * What a conversation cost.
 *
 * @param sent changes that people sent
 * @param messages messages with changes that came, to everybody
 * @param changes changes that came, to everybody
 * @param missing changes that did not come although they should have
 * @param used time and CPU time
 */
record Cost(
    String what,
    int people,
    long sent,
    long messages,
    long changes,
    long missing,
    long bytes,
    Moment used,
    Latencies latencies,
    double load) {

  static Cost between(
      String what, int people, Tally tally, Moment before, Moment after, long expected) {
    Latencies latencies = tally.latencies();
    return new Cost(
        what,
        people,
        tally.sent(),
        tally.messages(),
        tally.changes(),
        Math.max(0, expected - latencies.count()),
        tally.bytes(),
        after.since(before),
        latencies,
        MachineLoad.now());
  }

  /** The server's CPU time for one delivered message, in microseconds. */
  double perMessage() {
    return used.server() / 1000.0 / messages;
  }

  /** The server's CPU time for one delivered change, in microseconds. */
  double perChange() {
    return used.server() / 1000.0 / changes;
  }

  /** The client's CPU time for one delivered message, in microseconds. */
  double clientPerMessage() {
    return used.own() / 1000.0 / messages;
  }
}
