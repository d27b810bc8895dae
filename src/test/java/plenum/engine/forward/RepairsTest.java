package plenum.engine.forward;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import plenum.engine.rtp.Rtp;

/** Repairs as RFC 4588 section 4 has them. */
class RepairsTest {

  private static final int SSRC = 0x3333;

  private final RecordingOutput output = new RecordingOutput();
  private final Repairs repairs = new Repairs(SSRC, type -> type == 96 ? 97 : PayloadTypes.NONE);

  private byte[] repair(int extension, byte[] packet) {
    repairs.towards(extension, output).rtp(packet, 0, packet.length);
    return output.packets.get(output.packets.size() - 1);
  }

  @Test
  void keepsAllButWhatIsItsOwn() {
    byte[] original = Packets.rtp(0xabcd, 77, (byte) 1, (byte) 2, (byte) 3);
    original[1] |= (byte) 0x80;
    byte[] before = original.clone();
    byte[] repair = repair(0, original);
    assertArrayEquals(before, original);
    assertEquals(97, Rtp.payloadType(repair, 0));
    assertTrue(Rtp.marker(repair, 0));
    assertEquals(77, Rtp.timestamp(repair, 0));
    assertEquals(SSRC, Rtp.ssrc(repair, 0));
    assertArrayEquals(
        new byte[] {(byte) 0xab, (byte) 0xcd, 1, 2, 3},
        Arrays.copyOfRange(repair, Rtp.FIXED_HEADER, repair.length));
  }

  @Test
  void hasNumbersOfItsOwnThatBeginInTheLowerHalf() {
    byte[] original = Packets.rtp(5, 77, Packets.KEY);
    int first = Rtp.sequence(repair(0, original), 0);
    assertTrue(first > 0 && first < 1 << 15, first + "");
    for (int i = 1; i < 70_000; i++) {
      assertEquals(first + i & 0xffff, Rtp.sequence(repair(0, original), 0));
      output.packets.clear();
    }
  }

  @Test
  void hasTheHeaderExtensionBeforeTheNumber() {
    byte[] repair = repair(3, Packets.rtp(0xabcd, 77, (byte) 9));
    assertEquals(Rtp.EXTENSION_DATA, Rtp.extension(repair, 0, repair.length, 3));
    int header = Rtp.headerLength(repair, 0, repair.length);
    assertEquals(20, header);
    assertArrayEquals(
        new byte[] {(byte) 0xab, (byte) 0xcd, 9},
        Arrays.copyOfRange(repair, header, repair.length));
  }

  @Test
  void takesContributingSourcesOver() {
    byte[] original =
        ByteBuffer.allocate(17)
            .put((byte) 0x81)
            .put((byte) 96)
            .putShort((short) 0xabcd)
            .putInt(77)
            .putInt(1)
            .putInt(0x4444)
            .put((byte) 9)
            .array();
    byte[] repair = repair(3, original);
    assertEquals(16, Rtp.headerLength(repair, 0, repair.length));
    assertEquals(0x4444, ByteBuffer.wrap(repair).getInt(12));
    assertEquals((short) 0xabcd, ByteBuffer.wrap(repair).getShort(16));
  }

  @Test
  void repairsWhatThePlayerHasAPayloadTypeFor() {
    assertTrue(repairs.repair(96));
    assertFalse(repairs.repair(111));
  }

  /** RFC 3550 section 5.1: the last byte says how many there are. */
  @Test
  void padsWithNothingElse() {
    repairs.pad(200, 77, 3, output);
    byte[] padding = output.packets.get(0);
    assertEquals(208, padding.length);
    int header = Rtp.headerLength(padding, 0, padding.length);
    assertEquals(padding.length - header, Rtp.paddingLength(padding, 0, padding.length));
    assertEquals(97, Rtp.payloadType(padding, 0));
    assertEquals(SSRC, Rtp.ssrc(padding, 0));
    repairs.pad(1100, 77, 0, output);
    assertEquals(12 + 255, output.packets.get(1).length);
  }
}
