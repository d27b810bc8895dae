package plenum.engine.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import plenum.engine.rtp.Rtp;

/** A publisher's RTP packets, with their transport-wide sequence numbers. */
public final class TestMedia {

  private static final int EXTENDED_HEADER = 20;

  private int transportSequence = 65_000;

  /** A VP8 packet whose payload ends in the given bytes. */
  public byte[] video(int sequence, int timestamp, boolean keyFrame, byte... content) {
    byte[] payload = new byte[content.length + 2];
    payload[0] = 0x10;
    payload[1] = (byte) (keyFrame ? 0 : 1);
    System.arraycopy(content, 0, payload, 2, content.length);
    return packet(TestOffer.TYPES.get("VP8"), TestOffer.VIDEO_SSRC, sequence, timestamp, payload);
  }

  /** An H264 packet with one unit, which begins a key frame. */
  public byte[] h264(int sequence, int timestamp, byte... content) {
    byte[] payload = new byte[content.length + 1];
    payload[0] = 5;
    System.arraycopy(content, 0, payload, 1, content.length);
    return packet(TestOffer.TYPES.get("H264"), TestOffer.VIDEO_SSRC, sequence, timestamp, payload);
  }

  /** An Opus packet. */
  public byte[] audio(int sequence, int timestamp, byte... payload) {
    return packet(TestOffer.TYPES.get("opus"), TestOffer.AUDIO_SSRC, sequence, timestamp, payload);
  }

  /** An Opus packet that says how loud it is, in -dBov. */
  public static byte[] audioOfLevel(int level, int sequence, int timestamp, byte... payload) {
    return ByteBuffer.allocate(EXTENDED_HEADER + payload.length)
        .put((byte) 0x90)
        .put(TestOffer.TYPES.get("opus").byteValue())
        .putShort((short) sequence)
        .putInt(timestamp)
        .putInt(TestOffer.AUDIO_SSRC)
        .putInt(0xbede0001)
        .put((byte) (TestOffer.AUDIO_LEVEL_ID << 4))
        .put((byte) (0x80 | level))
        .putShort((short) 0)
        .put(payload)
        .array();
  }

  private byte[] packet(int type, int ssrc, int sequence, int timestamp, byte[] payload) {
    return ByteBuffer.allocate(EXTENDED_HEADER + payload.length)
        .put((byte) 0x90)
        .put((byte) type)
        .putShort((short) sequence)
        .putInt(timestamp)
        .putInt(ssrc)
        .putInt(0xbede0001)
        .put((byte) (TestOffer.TRANSPORT_SEQUENCE_ID << 4 | 1))
        .putShort((short) transportSequence++)
        .put((byte) 0)
        .put(payload)
        .array();
  }

  /** A packet without header extensions, with one that names its m-line. */
  static byte[] named(byte[] packet, int id, String mid) {
    byte[] name = mid.getBytes(StandardCharsets.US_ASCII);
    int words = (name.length + 4) / 4;
    ByteBuffer named = ByteBuffer.allocate(packet.length + 4 + 4 * words);
    named.put(packet, 0, 12).put(0, (byte) 0x90).putInt(0xbede0000 | words);
    named.put((byte) (id << 4 | name.length - 1)).put(name).position(12 + 4 + 4 * words);
    return named.put(packet, 12, packet.length - 12).array();
  }

  /**
   * A packet, sent again as one of another source (RFC 4588).
   *
   * @param type the payload type for that
   * @param number among those that are sent again
   */
  static byte[] repair(int type, int ssrc, int number, byte[] packet) {
    int header = Rtp.headerLength(packet, 0, packet.length);
    byte[] repair = new byte[packet.length + 2];
    System.arraycopy(packet, 0, repair, 0, header);
    repair[header] = packet[2];
    repair[header + 1] = packet[3];
    System.arraycopy(packet, header, repair, header + 2, packet.length - header);
    Rtp.setPayloadType(repair, 0, type);
    Rtp.setSequence(repair, 0, number);
    Rtp.setSsrc(repair, 0, ssrc);
    return repair;
  }

  /** The packet of another source. */
  static byte[] from(int ssrc, byte[] packet) {
    Rtp.setSsrc(packet, 0, ssrc);
    return packet;
  }

  /** What follows the two bytes of VP8 in a packet that a player received. */
  static byte[] content(byte[] received) {
    return Arrays.copyOfRange(received, 14, received.length);
  }
}
