package plenum.engine.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyLineTest {

  private final ProxyLine line = new ProxyLine();

  private static ByteBuf bytes(String text) {
    return Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1);
  }

  @Test
  void tellsTheClientHoweverTheLineIsCut() {
    ByteBuf all = bytes("PROXY TCP4 192.0.2.9 198.51.100.1 50000 443\r\nrest");
    while (!line.ended()) {
      line.take(all.readSlice(1));
    }
    line.take(all);
    assertEquals(Optional.of(new InetSocketAddress("192.0.2.9", 50_000)), line.client());
    assertFalse(line.broken());
    assertEquals("rest", all.toString(StandardCharsets.ISO_8859_1));
  }

  @Test
  void tellsAClientOfIpv6() {
    line.take(bytes("PROXY TCP6 2001:db8::9 2001:db8::1 50000 443\r\n"));
    assertEquals(Optional.of(new InetSocketAddress("2001:db8::9", 50_000)), line.client());
  }

  @Test
  void letsFramesPassWhereThereIsNone() {
    ByteBuf frame = bytes("\0\3abc");
    line.take(frame);
    assertTrue(line.ended());
    assertFalse(line.broken());
    assertEquals(Optional.empty(), line.client());
    assertEquals(5, frame.readableBytes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PROXY UNKNOWN\r\n", "PROXY UNKNOWN ffff::1 ffff::2 1 2\r\n"})
  void namesNobodyWhereTheProxyDoesNotKnow(String text) {
    line.take(bytes(text));
    assertTrue(line.ended());
    assertFalse(line.broken());
    assertEquals(Optional.empty(), line.client());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST / HTTP/1.1\r\n",
        "P\r\n",
        "PROXY\r\n",
        "PROXY TCP4 192.0.2.9 198.51.100.1 50000 443\n",
        "PROXY TCP4 192.0.2.9 198.51.100.1 70000 443\r\n",
        "PROXY TCP4 192.0.2.9 198.51.100.1 -1 443\r\n",
        "PROXY TCP4 2001:db8::9 2001:db8::1 50000 443\r\n",
        "PROXY TCP6 192.0.2.9 198.51.100.1 50000 443\r\n",
        "PROXY TCP4 client.example 198.51.100.1 50000 443\r\n",
        "PRIVY UNKNOWN\r\n"
      })
  void refusesWhatIsNoSuchLine(String text) {
    line.take(bytes(text));
    assertTrue(line.broken());
  }

  @Test
  void refusesALineThatDoesNotEnd() {
    ByteBuf endless = bytes("P".repeat(10_000));
    line.take(endless);
    assertTrue(line.broken());
    assertEquals(10_000 - ProxyLine.LONGEST, endless.readableBytes());
  }

  @Test
  void survivesAnything() {
    Random random = new Random(5);
    for (int round = 0; round < 20_000; round++) {
      byte[] noise = new byte[random.nextInt(120)];
      for (int i = 0; i < noise.length; i++) {
        noise[i] = (byte) "PROXY TCP46 UNKNOWN 0123456789.:abcdef\r\n".charAt(random.nextInt(40));
      }
      ProxyLine fuzzed = new ProxyLine();
      fuzzed.take(bytes("PROXY ").writeBytes(noise));
      assertFalse(fuzzed.broken() && fuzzed.client().isPresent());
    }
  }
}
