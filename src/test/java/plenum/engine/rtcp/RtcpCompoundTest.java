package plenum.engine.rtcp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RtcpCompoundTest {

  private static final ReportBlock BLOCK =
      new ReportBlock(0x11223344, 255, -2, 0xffff_fffeL, 0x8000_0000L, 0xabcdef01, 65536);

  private static final List<Rtcp> EVERYTHING =
      List.of(
          new SenderReport(
              0xdeadbeef, 0xe1234567_89abcdefL, 0xfffffff0, 4_000_000_000L, 7, List.of(BLOCK)),
          new ReceiverReport(1, List.of(BLOCK, BLOCK)),
          SourceDescription.of(0xdeadbeef, "plenum"),
          new Nack(2, 3, List.of(65534, 65535, 0, 14, 20)),
          new PictureLossIndication(4, 5),
          new FullIntraRequest(6, 7, 255),
          new TransportFeedback(
              8, 9, 65535, -5, 3, Deltas.of(0, 255, 256, -1, TransportFeedback.NOT_RECEIVED, 4)),
          new ReceiverEstimate(10, 412_344, List.of(-1, 11)),
          new Bye(List.of(1, -1)));

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  private static List<Rtcp> read(byte[] b) {
    return RtcpReader.read(b, 0, b.length);
  }

  @Test
  void readsWhatItWrote() {
    assertEquals(EVERYTHING, read(RtcpWriter.compound(EVERYTHING)));
  }

  @Test
  void readsFromTheMiddleOfABuffer() {
    byte[] packet = RtcpWriter.compound(EVERYTHING);
    byte[] buffer = new byte[packet.length + 9];
    Arrays.fill(buffer, (byte) 0x5a);
    System.arraycopy(packet, 0, buffer, 4, packet.length);
    assertEquals(EVERYTHING, RtcpReader.read(buffer, 4, packet.length));
  }

  /** As aiortc 1.4 writes 412,345 bit/s. */
  @Test
  void readsWhatAReceiverBelievesThatItsLinkCarries() {
    byte[] packet = hex("8fce0006 00000001 00000000 52454d42 0207255c deadbeef 00000007");
    assertEquals(List.of(new ReceiverEstimate(1, 412_344, List.of(0xdeadbeef, 7))), read(packet));
  }

  @Test
  void readsRatesThatAreNoneAndThoseBeyondAll() {
    byte[] packet = hex("8fce0004 00000001 00000000 52454d42 00fc0001");
    assertEquals(List.of(new ReceiverEstimate(1, Long.MAX_VALUE, List.of())), read(packet));
    packet[17] = 0;
    packet[19] = 0;
    assertEquals(List.of(new ReceiverEstimate(1, 0, List.of())), read(packet));
  }

  @Test
  void takesNothingElseOfTheApplicationLayerForAReceiversEstimate() {
    byte[] others = hex("8fce0004 00000001 00000000 52454d43 00fc0001");
    assertEquals(List.of(new OtherRtcp(206, 15)), read(others));
    assertEquals(List.of(), read(hex("8fce0004 00000001 00000000 52454d42 01040001")));
  }

  @Test
  void writesAPictureLossIndicationAsRfc4585Has() {
    assertArrayEquals(
        hex("81ce0002 00000001 deadbeef"),
        RtcpWriter.compound(List.of(new PictureLossIndication(1, 0xdeadbeef))));
  }

  @Test
  void writesAFullIntraRequestAsRfc5104Has() {
    assertArrayEquals(
        hex("84ce0004 00000001 00000000 deadbeef 07000000"),
        RtcpWriter.compound(List.of(new FullIntraRequest(1, 0xdeadbeef, 7))));
  }

  @Test
  void packsMissingPacketsIntoBitMasks() {
    assertArrayEquals(
        hex("81cd0004 00000001 00000002 fffe8003 00100000"),
        RtcpWriter.compound(List.of(new Nack(1, 2, List.of(65534, 65535, 0, 14, 16)))));
  }

  @Test
  void padsADescriptionToWholeWords() {
    byte[] packet = RtcpWriter.compound(List.of(SourceDescription.of(1, "ab")));
    assertArrayEquals(hex("81ca0003 00000001 0102 6162 00000000"), packet);
  }

  @Test
  void keepsUnknownPacketsAsOther() {
    byte[] slices = hex("82ce0003 00000001 00000000 01020304");
    assertEquals(List.of(new OtherRtcp(206, 2)), read(slices));
  }

  @Test
  void acceptsPaddingOnTheLastPacketOnly() {
    byte[] padded = hex("a1ce0003 00000001 00000002 00000004");
    assertEquals(List.of(new PictureLossIndication(1, 2)), read(padded));
    byte[] twice = Arrays.copyOf(padded, 32);
    System.arraycopy(padded, 0, twice, 16, 16);
    assertEquals(List.of(), read(twice));
  }

  @Test
  void refusesACompoundThatIsCutOff() {
    byte[] packet = RtcpWriter.compound(EVERYTHING);
    assertEquals(List.of(), RtcpReader.read(packet, 0, packet.length - 1));
  }

  @Test
  void refusesAReportShorterThanItsBlocks() {
    assertEquals(List.of(), read(hex("82c90001 00000001")));
  }

  @Test
  void refusesMorePacketsThanItsLimit() {
    List<Rtcp> many = new ArrayList<>();
    IntStream.range(0, 65).forEach(i -> many.add(new PictureLossIndication(1, i)));
    assertEquals(List.of(), read(RtcpWriter.compound(many)));
    assertEquals(64, read(RtcpWriter.compound(many.subList(0, 64))).size());
  }

  @Test
  void boundsTheSequenceNumbersOfANack() {
    byte[] packet = new byte[12 + 4 * 1000];
    Arrays.fill(packet, (byte) 0xff);
    System.arraycopy(hex("81cd03ea 00000001 00000002"), 0, packet, 0, 12);
    Nack nack = (Nack) read(packet).get(0);
    assertTrue(nack.sequences().size() <= Nack.MAX_SEQUENCES);
    assertTrue(nack.sequences().size() > Nack.MAX_SEQUENCES - 17);
  }

  @Test
  void survivesMutatedCompounds() {
    Random random = new Random(20261123);
    byte[] valid = RtcpWriter.compound(EVERYTHING);
    for (int i = 0; i < 50_000; i++) {
      byte[] b = Arrays.copyOf(valid, random.nextInt(valid.length + 1));
      for (int n = random.nextInt(6); n > 0 && b.length > 0; n--) {
        b[random.nextInt(b.length)] = (byte) random.nextInt();
      }
      assertTrue(read(b).size() <= 64);
    }
  }

  @Test
  void survivesRandomBytesBehindAValidHeader() {
    Random random = new Random(42);
    for (int i = 0; i < 50_000; i++) {
      byte[] b = new byte[4 * (1 + random.nextInt(60))];
      random.nextBytes(b);
      b[0] = (byte) (0x80 | b[0] & 0x1f);
      b[1] = (byte) (200 + random.nextInt(8));
      b[2] = 0;
      b[3] = (byte) (b.length / 4 - 1);
      assertTrue(read(b).size() <= 64);
    }
  }
}
