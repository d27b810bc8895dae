package plenum.engine.estimate;

/**
 * Packets that left together count as one: how much longer, or shorter, a group was on its way than
 * the one before tells whether a queue grows (draft-ietf-rmcat-gcc-02 section 5.2). What a network
 * gathered and delivered in one go belongs together, too.
 */
final class PacketGroups {

  private static final long GROUP_MICROS = 5_000;

  /** A burst that lasts longer is no burst. */
  private static final long MAX_BURST_MICROS = 100_000;

  /** So many groups that arrive before the one before them are no reordering. */
  private static final int MAX_BACKWARD = 3;

  private boolean started;
  private boolean second;
  private int backward;
  private long firstSent;
  private long lastSent;
  private long firstArrival;
  private long lastArrival;
  private long previousSent;
  private long previousArrival;
  private double sentDelta;
  private double arrivalDelta;

  void clear() {
    started = false;
    second = false;
    backward = 0;
  }

  /**
   * Takes a packet, in microseconds of both clocks.
   *
   * @return whether a group is complete, and so the deltas are news
   */
  boolean add(long sent, long arrival) {
    if (!started) {
      begin(sent, arrival);
      return false;
    }
    if (sent < firstSent) {
      return false; // Overtaken: its group is long complete.
    }
    if (belongs(sent, arrival)) {
      lastSent = Math.max(lastSent, sent);
      lastArrival = Math.max(lastArrival, arrival);
      return false;
    }
    boolean news = second && compare();
    previousSent = lastSent;
    previousArrival = lastArrival;
    second = true;
    begin(sent, arrival);
    return news;
  }

  private void begin(long sent, long arrival) {
    started = true;
    firstSent = sent;
    lastSent = sent;
    firstArrival = arrival;
    lastArrival = arrival;
  }

  private boolean belongs(long sent, long arrival) {
    boolean gathered =
        arrival - lastArrival <= GROUP_MICROS
            && arrival - lastArrival < sent - lastSent
            && arrival - firstArrival < MAX_BURST_MICROS;
    return sent - firstSent <= GROUP_MICROS || gathered;
  }

  private boolean compare() {
    if (lastArrival < previousArrival) {
      if (++backward >= MAX_BACKWARD) {
        clear();
      }
      return false;
    }
    backward = 0;
    sentDelta = (lastSent - previousSent) / 1000.0;
    arrivalDelta = (lastArrival - previousArrival) / 1000.0;
    return true;
  }

  /** Milliseconds between the last two complete groups when they were sent. */
  double sentDelta() {
    return sentDelta;
  }

  /** And when they arrived. */
  double arrivalDelta() {
    return arrivalDelta;
  }

  /** When the last complete group arrived, in milliseconds. */
  double arrival() {
    return previousArrival / 1000.0;
  }
}
