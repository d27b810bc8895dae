package plenum.engine.ice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The test vectors of RFC 5769 sections 2.1 to 2.3. */
class StunVectorsTest {

  private static final String PASSWORD = "VOkJxbRl1RmTxUk/WvJxBt";

  static final byte[] REQUEST =
      hex(
          "000100582112a442b7e7a701bc34d686fa87dfae"
              + "802200105354554e207465737420636c69656e74"
              + "002400046e0001ff"
              + "80290008932ff9b151263b36"
              + "000600096576746a3a68367659202020"
              + "000800149aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a2"
              + "80280004e57a3bcf");

  private static final byte[] IPV4_RESPONSE =
      hex(
          "0101003c2112a442b7e7a701bc34d686fa87dfae"
              + "8022000b7465737420766563746f7220"
              + "002000080001a147e112a643"
              + "000800142b91f599fd9e90c38c7489f92af9ba53f06be7d7"
              + "80280004c07d4c96");

  private static final byte[] IPV6_RESPONSE =
      hex(
          "010100482112a442b7e7a701bc34d686fa87dfae"
              + "8022000b7465737420766563746f7220"
              + "002000140002a1470113a9faa5d3f179bc25f4b5bed2b9d9"
              + "00080014a382954e4be67bf11784c97c8292c275bfe3ed41"
              + "80280004c8fb0b4c");

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  private static StunMessage parse(byte[] b) {
    return StunMessage.parse(b, 0, b.length).orElseThrow();
  }

  @Test
  void readsTheRequest() {
    StunMessage request = parse(REQUEST);
    assertEquals(StunMessage.BINDING_REQUEST, request.type());
    assertEquals(Optional.of("evtj:h6vY"), request.username());
    assertArrayEquals(hex("6e0001ff"), request.attribute(StunAttribute.PRIORITY).orElseThrow());
    assertTrue(request.has(StunAttribute.ICE_CONTROLLED));
    assertEquals(Optional.of("evtj"), StunMessage.localUserFragment(REQUEST, 0, REQUEST.length));
  }

  @Test
  void verifiesTheIntegrityOfEachVector() {
    for (byte[] b : List.of(REQUEST, IPV4_RESPONSE, IPV6_RESPONSE)) {
      assertTrue(StunMessage.hasIntegrity(b, 0, b.length, PASSWORD));
      assertFalse(StunMessage.hasIntegrity(b, 0, b.length, PASSWORD + "x"));
    }
  }

  @Test
  void readsMappedAddresses() {
    assertEquals(
        Optional.of(new InetSocketAddress("192.0.2.1", 32853)),
        parse(IPV4_RESPONSE).mappedAddress());
    assertEquals(
        Optional.of(new InetSocketAddress("2001:db8:1234:5678:11:2233:4455:6677", 32853)),
        parse(IPV6_RESPONSE).mappedAddress());
  }

  @Test
  void writesTheResponsesButForTheirPadding() {
    for (byte[] vector : List.of(IPV4_RESPONSE, IPV6_RESPONSE)) {
      StunMessage response = parse(vector);
      byte[] written = response.encode(PASSWORD);
      assertEquals(vector.length, written.length);
      assertTrue(StunMessage.hasIntegrity(written, 0, written.length, PASSWORD));
      assertEquals(response.mappedAddress(), parse(written).mappedAddress());
    }
  }

  @Test
  void refusesAWrongFingerprint() {
    byte[] b = REQUEST.clone();
    b[b.length - 1] ^= 1;
    assertEquals(Optional.empty(), StunMessage.parse(b, 0, b.length));
  }

  @Test
  void refusesAMessageThatIsCutOff() {
    byte[] b = Arrays.copyOf(REQUEST, REQUEST.length - 8);
    assertFalse(StunMessage.isStun(b, 0, b.length));
    assertEquals(Optional.empty(), StunMessage.localUserFragment(b, 0, b.length));
  }
}
