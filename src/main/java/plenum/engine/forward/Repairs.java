package plenum.engine.forward;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntUnaryOperator;
import plenum.engine.rtp.Rtp;

/**
 * The second source of a track towards one player, as which packets are sent again (RFC 4588): each
 * is a new packet, with a number of its own and the one that it had before its payload. So it can
 * have another header than before, which SRTP forbids for the packet itself.
 */
final class Repairs implements PlayerOutput {

  /** The original number. */
  private static final int NUMBER = 2;

  private static final int EXTENSION = 8;
  private static final int TYPES = 128;

  /** Version 2, with padding. */
  private static final int PADDED = 0xa0;

  private static final int MAX_PADDING = 255;

  private final int ssrc;
  private final byte[] types = new byte[TYPES];

  /** Not near the end of 16 bits: a player that misses the first ones has to see it wrap. */
  private int next = ThreadLocalRandom.current().nextInt(1, 1 << 15);

  private byte[] packet = {};
  private int extension;
  private PlayerOutput output;

  /**
   * @param ssrc what the player knows it by
   * @param types its payload types by those of what is sent again, {@link PayloadTypes#NONE} for
   *     what is not sent again like this
   */
  Repairs(int ssrc, IntUnaryOperator types) {
    this.ssrc = ssrc;
    for (int type = 0; type < TYPES; type++) {
      this.types[type] = (byte) types.applyAsInt(type);
    }
  }

  /** What the player knows it by. */
  int ssrc() {
    return ssrc;
  }

  /** Whether packets with that payload type of the player's are sent again like this. */
  boolean repair(int payloadType) {
    return types[payloadType] != PayloadTypes.NONE;
  }

  /**
   * Where to send a packet of which that is true, as the player was sent it but for the extension.
   *
   * @param id of the header extension of two bytes, 0 for none
   * @param to where it goes
   */
  PlayerOutput towards(int id, PlayerOutput to) {
    extension = id;
    output = to;
    return this;
  }

  @Override
  public void rtp(byte[] b, int off, int len) {
    int header = Rtp.headerLength(b, off, len);
    int room = EXTENSION + len + NUMBER;
    packet = packet.length < room ? new byte[room] : packet;
    int at = EXTENSION;
    System.arraycopy(b, off, packet, at, header);
    int number = at + header;
    packet[number] = (byte) (Rtp.sequence(b, off) >> 8);
    packet[number + 1] = (byte) Rtp.sequence(b, off);
    System.arraycopy(b, off + header, packet, number + NUMBER, len - header);
    Rtp.setPayloadType(packet, at, types[Rtp.payloadType(b, off)]);
    Rtp.setSsrc(packet, at, ssrc);
    send(at, len + NUMBER);
  }

  /**
   * Sends a packet of nothing but padding (RFC 3550 section 5.1).
   *
   * @param bytes as many are wanted; it has so many, or as many as one can have
   */
  void pad(int bytes, int timestamp, int id, PlayerOutput to) {
    int padding = Math.max(1, Math.min(MAX_PADDING, bytes - Rtp.FIXED_HEADER));
    int length = Rtp.FIXED_HEADER + padding;
    packet = packet.length < EXTENSION + length ? new byte[EXTENSION + length] : packet;
    int at = EXTENSION;
    Arrays.fill(packet, at, at + length, (byte) 0);
    packet[at] = (byte) PADDED;
    packet[at + length - 1] = (byte) padding;
    Rtp.setPayloadType(packet, at, anyType());
    Rtp.setTimestamp(packet, at, timestamp);
    Rtp.setSsrc(packet, at, ssrc);
    towards(id, to);
    send(at, length);
  }

  private int anyType() {
    int type = 0;
    while (type < TYPES - 1 && types[type] == PayloadTypes.NONE) {
      type++;
    }
    return types[type];
  }

  private void send(int at, int length) {
    Rtp.setSequence(packet, at, next++);
    if (extension > 0 && Rtp.addExtension(packet, at, extension)) {
      output.rtp(packet, at - EXTENSION, length + EXTENSION);
    } else {
      output.rtp(packet, at, length);
    }
  }

  @Override
  public void rtcp(byte[] compound) {
    output.rtcp(compound);
  }
}
