package plenum.bench;

import plenum.engine.srtp.SrtpProfile;
import plenum.engine.srtp.SrtpReceiver;
import plenum.engine.srtp.SrtpSender;

/**
 * Nanoseconds to protect and to open a packet of 1,200 bytes, by profile; the best of ten rounds.
 */
public final class SrtpBench {

  private static final int LENGTH = 1200;
  private static final int PACKETS = 100_000;

  private SrtpBench() {}

  public static void main(String[] arguments) {
    for (SrtpProfile profile : SrtpProfile.values()) {
      long[] best = {Long.MAX_VALUE, Long.MAX_VALUE};
      for (int round = 0; round < 10; round++) {
        measure(profile, best);
      }
      System.out.println(profile + ": protect " + best[0] + " ns, open " + best[1] + " ns");
    }
  }

  private static void measure(SrtpProfile profile, long[] best) {
    byte[] key = new byte[profile.keyLength()];
    byte[] salt = new byte[profile.saltLength()];
    SrtpSender sender = new SrtpSender(profile, key, salt);
    SrtpReceiver receiver = new SrtpReceiver(profile, key, salt);
    byte[] plain = new byte[LENGTH];
    plain[0] = (byte) 0x80;
    byte[] out = new byte[LENGTH + profile.rtpOverhead()];
    long protecting = 0;
    long opening = 0;
    for (int i = 0; i < PACKETS; i++) {
      plain[2] = (byte) (i >> 8);
      plain[3] = (byte) i;
      long start = System.nanoTime();
      int length = sender.protectRtp(plain, 0, LENGTH, out, 0);
      long middle = System.nanoTime();
      if (receiver.unprotectRtp(out, 0, length) != LENGTH) {
        throw new IllegalStateException("packet " + i + " did not open");
      }
      protecting += middle - start;
      opening += System.nanoTime() - middle;
    }
    best[0] = Math.min(best[0], protecting / PACKETS);
    best[1] = Math.min(best[1], opening / PACKETS);
  }
}
