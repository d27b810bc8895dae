package plenum.engine.rtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BitReaderTest {

  private static BitReader of(int... bytes) {
    byte[] b = new byte[bytes.length + 1];
    for (int i = 0; i < bytes.length; i++) {
      b[i + 1] = (byte) bytes[i];
    }
    return new BitReader().begin(b, 1, bytes.length);
  }

  @Test
  void readsTheHighestFirst() {
    BitReader in = of(0xa5, 0x0f, 0xff);
    assertTrue(in.flag());
    assertEquals(0b010_0101, in.bits(7));
    in.skip(4);
    assertEquals(0xfff, in.bits(12));
    assertFalse(in.overrun());
  }

  @Test
  void afterTheEndThereAreZeros() {
    BitReader in = of(0xff);
    assertEquals(0xff0, in.bits(12));
    assertTrue(in.overrun());
    assertFalse(in.flag());
  }

  /** The table of AV1 section 4.10.7: of five values three have two bits, two have three. */
  @ParameterizedTest
  @CsvSource({"5, 0x00, 0", "5, 0x40, 1", "5, 0x80, 2", "5, 0xc0, 3", "5, 0xe0, 4", "1, 0xff, 0"})
  void readsOneOfAFewValues(int values, String first, int value) {
    assertEquals(value, of(Integer.decode(first)).among(values));
  }
}
