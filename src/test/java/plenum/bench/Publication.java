package plenum.bench;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import plenum.engine.session.TestOffer;
import plenum.engine.session.TestPeer;

/**
 * What all publishers send, in time: H.264 of 2.5 Mbit/s, 30 frames a second of nine packets that
 * leave together, and Opus, 50 packets a second.
 */
final class Publication {

  private static final int FRAMES_PER_SECOND = 30;
  private static final int PACKETS_PER_FRAME = 9;
  private static final int VIDEO_PAYLOAD = 1150;
  private static final int AUDIO_PAYLOAD = 80;
  private static final long TICK_NANOS = 1_000_000_000L / (2 * FRAMES_PER_SECOND);
  private static final int HEADER = 20;

  /** Fragments of a slice: RFC 6184 section 5.8; the first of a key frame, and any other. */
  private static final byte[] KEY_FRAME = {0x7c, (byte) 0x85};

  private static final byte[] FRAGMENT = {0x5c, 0x01};

  private final List<TestPeer> publishers;
  private int[] transportSequences;
  private int videoSequence;
  private int audioSequence;
  private int tick;

  Publication(List<TestPeer> publishers) {
    this.publishers = publishers;
    this.transportSequences = new int[publishers.size()];
  }

  /** Sends for a time; answers the packets sent by all together. */
  long run(Duration duration) {
    return run(duration, 1);
  }

  /**
   * The same with more frames a second.
   *
   * @param speed how many times as many
   */
  long run(Duration duration, double speed) {
    long tickNanos = (long) (TICK_NANOS / speed);
    long sent = 0;
    long next = System.nanoTime();
    long end = next + duration.toNanos();
    while (next < end) {
      sent += sendTick();
      next += tickNanos;
      for (long pause = next - System.nanoTime(); pause > 0; pause = next - System.nanoTime()) {
        LockSupport.parkNanos(pause);
      }
    }
    return sent;
  }

  /** A frame at every second tick, and Opus at 50 of 60. */
  private long sendTick() {
    int video = tick % 2 == 0 ? PACKETS_PER_FRAME : 0;
    int audio = tick % 6 == 5 ? 0 : 1;
    for (int i = 0; i < publishers.size(); i++) {
      for (int n = 0; n < video; n++) {
        publishers.get(i).sendRtp(video(i, n, n == video - 1));
      }
      if (audio > 0) {
        publishers.get(i).sendRtp(audio(i));
      }
    }
    videoSequence += video;
    audioSequence += audio;
    tick++;
    return (long) publishers.size() * (video + audio);
  }

  private byte[] video(int publisher, int n, boolean last) {
    byte[] start = tick == 0 && n == 0 ? KEY_FRAME : FRAGMENT;
    int type = TestOffer.TYPES.get("H264") | (last ? 0x80 : 0);
    int sequence = videoSequence + n;
    return packet(
        publisher, type, sequence, 1500 * tick, TestOffer.VIDEO_SSRC, start, VIDEO_PAYLOAD);
  }

  private byte[] audio(int publisher) {
    int type = TestOffer.TYPES.get("opus");
    return packet(
        publisher,
        type,
        audioSequence,
        960 * audioSequence,
        TestOffer.AUDIO_SSRC,
        new byte[0],
        AUDIO_PAYLOAD);
  }

  /** With the transport-wide sequence number that browsers send, so that feedback is due. */
  private byte[] packet(
      int publisher, int type, int sequence, int timestamp, int ssrc, byte[] start, int payload) {
    ByteBuffer packet =
        ByteBuffer.allocate(HEADER + payload)
            .put((byte) 0x90)
            .put((byte) type)
            .putShort((short) sequence)
            .putInt(timestamp)
            .putInt(ssrc)
            .putInt(0xbede0001)
            .put((byte) (TestOffer.TRANSPORT_SEQUENCE_ID << 4 | 1))
            .putShort((short) transportSequences[publisher]++)
            .put((byte) 0);
    return packet.put(start).array();
  }
}
