package plenum.bench.replay;

import java.util.stream.Stream;

/**
 * What came to somebody who receives.
 *
 * @param bytes of media, without the headers of UDP and IP
 * @param sounds packets of sound
 * @param soundsLost packets of sound that did not come
 * @param soundsLate how much longer the slowest packet of any sound took than its quickest, in ms
 */
public record Received(long packets, long bytes, long sounds, long soundsLost, double soundsLate) {

  private static final Received NOTHING = new Received(0, 0, 0, 0, 0);

  /** All of them together. */
  public static Received sum(Stream<Received> all) {
    return all.reduce(NOTHING, Received::plus);
  }

  private Received plus(Received more) {
    return new Received(
        packets + more.packets,
        bytes + more.bytes,
        sounds + more.sounds,
        soundsLost + more.soundsLost,
        Math.max(soundsLate, more.soundsLate));
  }

  /** What came after that; how late sounds are is of the whole time. */
  public Received since(Received before) {
    return new Received(
        packets - before.packets,
        bytes - before.bytes,
        sounds - before.sounds,
        soundsLost - before.soundsLost,
        soundsLate);
  }
}
