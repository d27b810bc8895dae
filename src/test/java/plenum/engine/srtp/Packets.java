package plenum.engine.srtp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/** Packets and keys for these tests. */
final class Packets {

  private Packets() {}

  static byte[] hex(String... parts) {
    return HexFormat.of().parseHex(String.join("", parts).replace(" ", ""));
  }

  static byte[] rtp(int ssrc, int sequenceNumber, int payloadLength) {
    ByteBuffer packet = ByteBuffer.allocate(12 + payloadLength);
    packet.put((byte) 0x80).put((byte) 96).putShort((short) sequenceNumber);
    packet.putInt(sequenceNumber * 3000).putInt(ssrc);
    while (packet.hasRemaining()) {
      packet.put((byte) (sequenceNumber + packet.position()));
    }
    return packet.array();
  }

  static byte[] rtcp(int ssrc) {
    return ByteBuffer.allocate(12).putInt(0x81ce0002).putInt(ssrc).putInt(0x01020304).array();
  }

  static SrtpSender sender(SrtpProfile profile) {
    return new SrtpSender(profile, key(profile), salt(profile));
  }

  static SrtpReceiver receiver(SrtpProfile profile) {
    return new SrtpReceiver(profile, key(profile), salt(profile));
  }

  static byte[] key(SrtpProfile profile) {
    byte[] key = new byte[profile.keyLength()];
    Arrays.fill(key, (byte) 0x5a);
    return key;
  }

  static byte[] salt(SrtpProfile profile) {
    byte[] salt = new byte[profile.saltLength()];
    Arrays.fill(salt, (byte) 0xa5);
    return salt;
  }

  static byte[] protect(SrtpSender sender, byte[] packet) {
    byte[] out = new byte[packet.length + 16];
    return Arrays.copyOf(out, sender.protectRtp(packet, 0, packet.length, out, 0));
  }

  static byte[] protectRtcp(SrtpSender sender, byte[] packet) {
    byte[] out = new byte[packet.length + 20];
    return Arrays.copyOf(out, sender.protectRtcp(packet, 0, packet.length, out, 0));
  }

  /** What the receiver returns, the packet left as it was. */
  static int open(SrtpReceiver receiver, byte[] packet) {
    return receiver.unprotectRtp(packet.clone(), 0, packet.length);
  }

  static int openRtcp(SrtpReceiver receiver, byte[] packet) {
    return receiver.unprotectRtcp(packet.clone(), 0, packet.length);
  }
}
