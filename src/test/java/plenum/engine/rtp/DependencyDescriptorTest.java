package plenum.engine.rtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Chromium 156 sends with three temporal layers, and what nobody should send. */
class DependencyDescriptorTest {

  private static final String H264 = "800001800214eaa860414d1410208426";
  private static final String AV1 = "800001800214eaa860414d1410208427027f01df";
  private static final String VP8 = "8000018002044eaaaf2860414d34538a0940409fc077c0";

  private final DependencyDescriptor descriptor = new DependencyDescriptor();

  private boolean read(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    return descriptor.read(bytes, 0, bytes.length);
  }

  private String told() {
    return descriptor.temporal() + " " + descriptor.needed() + " " + descriptor.reaches();
  }

  /** Temporal layer, the highest one that is needed, the highest one that is reached. */
  @ParameterizedTest
  @CsvSource({
    H264 + ", 830002, 2 0 0",
    H264 + ", 830002 820003, 1 0 2",
    H264 + ", 830002 820003 c40004, 2 1 0",
    H264 + ", 830002 820003 840004 810005, 0 0 2",
    H264 + ", 830002 820003 840004 810005 010005, 0 0 2",
    AV1 + ", 830002 820003, 1 0 2",
    VP8 + ", c50002 c30003 850004 820005, 0 0 0",
    VP8 + ", c50002 c30003, 1 0 2",
    VP8 + ", c50002 c30003 850004 820005 c60006, 2 1 0",
    VP8 + ", c50002 c30003 850004 820005 c60006 c40007, 1 1 2",
  })
  void readsWhatChromiumSends(String structure, String frames, String told) {
    assertTrue(read(structure));
    assertEquals("0 0 2", told());
    assertTrue(descriptor.starts());
    for (String frame : frames.split(" ")) {
      assertTrue(read(frame), frame);
    }
    assertEquals(told, told());
  }

  @Test
  void tellsTheHeightWhereItIsTold() {
    read(AV1);
    assertEquals(480, descriptor.height());
    read(H264);
    assertEquals(0, descriptor.height());
  }

  @Test
  void knowsNothingBeforeTheFirstStructureAndOfOtherTemplates() {
    assertFalse(read("830002"));
    read(H264);
    assertTrue(read("840002"));
    assertFalse(read("850002"));
    assertFalse(read("8300"));
  }

  /** Another structure numbers its templates where the one before ended. */
  @Test
  void followsAnotherStructure() {
    read(H264);
    assertTrue(
        read(bits("1 0 000101 0000000000000111", "1 0 0 0 0", ONE_LAYER.formatted("000101"))));
    assertEquals("0 0 0", told());
    assertTrue(read("85000a"));
    assertFalse(read("830002"));
  }

  /** One template, one target; intra; no chains, no size. */
  private static final String ONE_LAYER = "%s 00000 11 10 0 0 0";

  @Test
  void readsWhatAFrameHasOfItsOwn() {
    read(H264);
    read("820003");
    String targets = "10 10 10";
    String references = "01 0000 10 00000010 00"; // One before, and three before.
    assertTrue(read(bits("1 1 000100 0000000000000100", "0 1 1 1 0", "111", targets, references)));
    assertEquals("2 1 2", told());
  }

  private static String bits(String... parts) {
    String all = String.join("", parts).replace(" ", "");
    StringBuilder hex = new StringBuilder();
    for (int i = 0; i < all.length(); i += Byte.SIZE) {
      String eight = (all.substring(i) + "0000000").substring(0, Byte.SIZE);
      hex.append(HexFormat.of().toHexDigits((byte) Integer.parseInt(eight, 2)));
    }
    return hex.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {H264, AV1, VP8})
  void whatIsCutShortTakesNoPlace(String structure) {
    byte[] whole = HexFormat.of().parseHex(structure);
    read(AV1);
    for (int length = 0; length < whole.length; length++) {
      boolean mandatory = length == 3; // It names the first template of the present structure.
      assertEquals(mandatory, descriptor.read(whole, 0, length), length + " bytes");
    }
    assertEquals(480, descriptor.height());
    assertTrue(read("840004"));
  }

  /** Temporal layers without end, spatial ones, templates, references. */
  @ParameterizedTest
  @ValueSource(strings = {"01", "10", "00"})
  void refusesMoreOfAnythingThanThereCanBe(String layers) {
    String head = "1 0 000000 0000000000000001" + "1 0 0 0 0" + "000000 00000";
    assertFalse(read(bits(head, layers.repeat(500))));
    assertFalse(read(bits(head, "11", "10", "1 0000".repeat(9), "0".repeat(900))));
    assertTrue(read(bits(head, "11", "10", "1 0000".repeat(8), "0".repeat(900))));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whateverComesItsAnswersAreInTheirBounds(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      if (bytes.length > 3 && i % 2 == 0) {
        bytes[3] |= (byte) 0x80;
      }
      int off = random.nextInt(bytes.length + 1);
      if (descriptor.read(bytes, off, bytes.length - off)) {
        assertTrue(descriptor.temporal() >= 0 && descriptor.temporal() <= 7);
        assertTrue(descriptor.needed() >= 0 && descriptor.needed() <= 7);
        assertTrue(descriptor.reaches() >= 0 && descriptor.reaches() <= 7);
        assertTrue(descriptor.height() >= 0 && descriptor.height() <= 1 << 16);
      }
    }
  }

  @Test
  void aBrokenOneChangesNothing() {
    byte[] whole = HexFormat.of().parseHex(AV1);
    Random random = new Random(5);
    for (int i = 0; i < 2_000; i++) {
      read(AV1);
      byte[] broken = Arrays.copyOf(whole, 5 + random.nextInt(12));
      broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
      if (!descriptor.read(broken, 0, broken.length)) {
        assertEquals(480, descriptor.height());
      }
    }
  }
}
