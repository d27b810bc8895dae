package plenum.engine.rtp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RtpTest {

  private static final int SHIFT = 3;

  /** PT 111 with marker, sequence 0xfffe, timestamp 0x01020304, ssrc 0xdeadbeef. */
  private static final byte[] PLAIN = hex("80ef fffe 01020304 deadbeef 0a0b0c0d");

  /** One CSRC; one-byte extensions: padding, id 3 = abcd, id 5 = 11. */
  private static final byte[] ONE_BYTE =
      hex("91 60 0001 00000002 00000003 cafebabe bede 0002 00 31abcd 50 11 0000 99aa");

  /** Two-byte extensions: id 3 empty, id 200 = 010203. */
  private static final byte[] TWO_BYTE =
      hex("90 60 0001 00000002 00000003 1000 0002 0300 c803010203 00 77");

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  /** The packet inside a larger buffer, to catch accessors that forget the offset. */
  private static byte[] shifted(byte[] packet) {
    byte[] buffer = new byte[packet.length + 2 * SHIFT];
    Arrays.fill(buffer, (byte) 0xff);
    System.arraycopy(packet, 0, buffer, SHIFT, packet.length);
    return buffer;
  }

  @Test
  void readsTheFixedHeader() {
    byte[] b = shifted(PLAIN);
    assertEquals(111, Rtp.payloadType(b, SHIFT));
    assertTrue(Rtp.marker(b, SHIFT));
    assertEquals(0xfffe, Rtp.sequence(b, SHIFT));
    assertEquals(0x01020304, Rtp.timestamp(b, SHIFT));
    assertEquals(0xdeadbeef, Rtp.ssrc(b, SHIFT));
    assertEquals(12, Rtp.headerLength(b, SHIFT, PLAIN.length));
  }

  @Test
  void rewritesTheFixedHeader() {
    byte[] b = shifted(PLAIN);
    Rtp.setPayloadType(b, SHIFT, 96);
    Rtp.setSequence(b, SHIFT, 0x1_0005);
    Rtp.setTimestamp(b, SHIFT, 0xfffefdfc);
    Rtp.setSsrc(b, SHIFT, 0x80000001);
    assertArrayEquals(shifted(hex("80e0 0005 fffefdfc 80000001 0a0b0c0d")), b);
  }

  @Test
  void tellsRtpFromRtcp() {
    byte[] receiverReport = hex("80c9 0001 00000001 00000000");
    assertTrue(Rtp.isRtp(PLAIN, 0, PLAIN.length));
    assertFalse(Rtp.isRtcp(PLAIN, 0, PLAIN.length));
    assertTrue(Rtp.isRtcp(receiverReport, 0, 8));
    assertFalse(Rtp.isRtp(receiverReport, 0, 12));
  }

  @Test
  void refusesAShortPacketAndAnotherVersion() {
    assertFalse(Rtp.isRtp(PLAIN, 0, 11));
    assertFalse(Rtp.isRtcp(hex("80c90001000000"), 0, 7));
    assertFalse(Rtp.isRtp(hex("40ef fffe 01020304 deadbeef"), 0, 12));
  }

  @Test
  void findsOneByteExtensions() {
    byte[] b = shifted(ONE_BYTE);
    assertEquals(SHIFT + 22, Rtp.extension(b, SHIFT, ONE_BYTE.length, 3));
    assertEquals(2, Rtp.extensionLength(b, SHIFT, ONE_BYTE.length, 3));
    assertEquals(SHIFT + 25, Rtp.extension(b, SHIFT, ONE_BYTE.length, 5));
    assertEquals(1, Rtp.extensionLength(b, SHIFT, ONE_BYTE.length, 5));
    assertEquals(-1, Rtp.extension(b, SHIFT, ONE_BYTE.length, 4));
    assertEquals(28, Rtp.headerLength(b, SHIFT, ONE_BYTE.length));
  }

  @Test
  void findsTwoByteExtensions() {
    byte[] b = shifted(TWO_BYTE);
    assertEquals(0, Rtp.extensionLength(b, SHIFT, TWO_BYTE.length, 3));
    assertEquals(SHIFT + 20, Rtp.extension(b, SHIFT, TWO_BYTE.length, 200));
    assertEquals(3, Rtp.extensionLength(b, SHIFT, TWO_BYTE.length, 200));
  }

  @Test
  void stopsAtTheReservedOneByteId() {
    byte[] b = hex("90 60 0001 00000002 00000003 bede 0001 f0 3011 00");
    assertEquals(-1, Rtp.extension(b, 0, b.length, 3));
  }

  @Test
  void findsNoExtensionThatRunsPastItsBlock() {
    byte[] b = hex("90 60 0001 00000002 00000003 bede 0001 00 00 37 11 22334455");
    assertEquals(-1, Rtp.extension(b, 0, b.length, 3));
  }

  @Test
  void stripsTheExtensionAndKeepsContributingSources() {
    byte[] b = shifted(ONE_BYTE);
    int moved = Rtp.stripExtensions(b, SHIFT, ONE_BYTE.length);
    int length = ONE_BYTE.length - (moved - SHIFT);
    assertArrayEquals(
        hex("81 60 0001 00000002 00000003 cafebabe 99aa"),
        Arrays.copyOfRange(b, moved, moved + length));
  }

  @Test
  void leavesAPacketWithoutExtensionWhereItIs() {
    byte[] b = shifted(PLAIN);
    assertEquals(SHIFT, Rtp.stripExtensions(b, SHIFT, PLAIN.length));
    assertArrayEquals(shifted(PLAIN), b);
  }

  @Test
  void refusesAnExtensionLongerThanThePacket() {
    byte[] b = hex("90 60 0001 00000002 00000003 bede 00ff 11223344");
    assertEquals(-1, Rtp.headerLength(b, 0, b.length));
    assertEquals(-1, Rtp.stripExtensions(b, 0, b.length));
    assertEquals(-1, Rtp.extension(b, 0, b.length, 1));
    assertEquals(-1, Rtp.paddingLength(b, 0, b.length));
  }

  @Test
  void readsPadding() {
    byte[] padded = hex("a0 60 0001 00000002 00000003 99 000003");
    assertEquals(3, Rtp.paddingLength(padded, 0, padded.length));
    assertEquals(0, Rtp.paddingLength(PLAIN, 0, PLAIN.length));
    byte[] tooMuch = hex("a0 60 0001 00000002 00000003 99 000005");
    assertEquals(-1, Rtp.paddingLength(tooMuch, 0, tooMuch.length));
    assertEquals(-1, Rtp.paddingLength(tooMuch, 0, 12));
  }

  @Test
  void survivesMutatedPackets() {
    Random random = new Random(20261123);
    byte[][] seeds = {PLAIN, ONE_BYTE, TWO_BYTE};
    for (int i = 0; i < 50_000; i++) {
      byte[] b = seeds[i % seeds.length].clone();
      for (int n = random.nextInt(6); n >= 0; n--) {
        b[random.nextInt(b.length)] = (byte) random.nextInt();
      }
      int len = random.nextInt(b.length + 1);
      byte[] exact = Arrays.copyOf(b, len);
      checkBounds(exact, random.nextInt(256));
    }
  }

  private static void checkBounds(byte[] b, int id) {
    int len = b.length;
    int header = Rtp.headerLength(b, 0, len);
    assertTrue(header == -1 || header >= 12 && header <= len);
    int at = Rtp.extension(b, 0, len, id);
    int size = Rtp.extensionLength(b, 0, len, id);
    assertEquals(at < 0, size < 0);
    assertTrue(at < 0 || at + size <= header);
    assertTrue(Rtp.paddingLength(b, 0, len) <= len);
    int moved = Rtp.stripExtensions(b, 0, len);
    assertTrue(moved < 0 || Rtp.headerLength(b, moved, len - moved) == header - moved);
  }
}
