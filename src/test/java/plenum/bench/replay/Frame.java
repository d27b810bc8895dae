package plenum.bench.replay;

import java.util.List;

/**
 * One picture, or one packet of sound.
 *
 * @param ticks of the track's clock since the recording began
 * @param payloads of its packets, in their order; nobody changes them
 */
record Frame(int ticks, List<byte[]> payloads) {

  Frame {
    payloads = List.copyOf(payloads);
  }

  byte[] first() {
    return payloads.get(0);
  }
}
