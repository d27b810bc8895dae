package plenum.engine.rtcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What players send us is read strictly: a feedback is whole, or it is none. */
class TransportFeedbackFormatTest {

  private static final int LOST = TransportFeedback.NOT_RECEIVED;

  private final Random random = new Random(16);

  private static List<Rtcp> read(String hex) {
    byte[] b = HexFormat.of().parseHex(hex.replace(" ", ""));
    return RtcpReader.read(b, 0, b.length);
  }

  private static TransportFeedback feedback(int base, int reference, int count, int... deltas) {
    return new TransportFeedback(1, 2, base, reference, count, Deltas.of(deltas));
  }

  private TransportFeedback any() {
    int[] deltas = new int[1 + random.nextInt(300)];
    for (int i = 0; i < deltas.length; i++) {
      deltas[i] =
          switch (random.nextInt(4)) {
            case 0 -> LOST;
            case 1 -> random.nextInt(65536) - 32768;
            default -> random.nextInt(256);
          };
    }
    return feedback(
        random.nextInt(65536), random.nextInt(1 << 24) - (1 << 23), random.nextInt(256), deltas);
  }

  @Test
  void readsRunsAndVectors() {
    assertEquals(
        List.of(feedback(0xfffe, 0x123456, 7, 1, 2, 3)),
        read("8fcd0006 00000001 00000002 fffe0003 12345607 2003 010203 000000"));
    assertEquals(
        List.of(feedback(5, -1, 8, 9, LOST, 4)),
        read("8fcd0005 00000001 00000002 00050003 ffffff08 a800 0904"));
    assertEquals(
        List.of(feedback(5, 0, 9, -2, LOST, 4)),
        read("8fcd0006 00000001 00000002 00050003 00000009 e100 fffe 04 000000"));
  }

  @Test
  void refusesWhatIsMissingOrReserved() {
    String start = "00000001 00000002 ";
    assertEquals(List.of(), read("8fcd0003 " + start + "00050001"), "no header");
    assertEquals(List.of(), read("8fcd0004 " + start + "00050001 00000009"), "no chunk");
    assertEquals(List.of(), read("8fcd0004 " + start + "00050000 00000009"), "no status");
    assertEquals(List.of(), read("8fcd0005 " + start + "00050003 00000009 2003 0102"), "a delta");
    assertEquals(List.of(), read("8fcd0005 " + start + "00050001 00000009 6001 0102"), "symbol 3");
    assertEquals(List.of(), read("8fcd0005 " + start + "00050001 00000009 f000 0102"), "in a pair");
    assertEquals(List.of(), read("8fcd0005 " + start + "00050001 00000009 2000 2001"), "no run");
    assertEquals(List.of(), read("8fcd0005 " + start + "0005ffff 00000009 1fff 0102"), "too many");
  }

  @Test
  void readsWhatItWrote() {
    for (int i = 0; i < 500; i++) {
      TransportFeedback feedback = any();
      byte[] written = RtcpWriter.compound(List.of(feedback));
      assertEquals(List.of(feedback), RtcpReader.read(written, 0, written.length));
    }
  }

  @Test
  void withstandsDamagedPackets() {
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] b = RtcpWriter.compound(List.of(any()));
      for (int damage = random.nextInt(6); damage >= 0; damage--) {
        b[4 + random.nextInt(b.length - 4)] = (byte) random.nextInt();
      }
      b = Arrays.copyOf(b, 4 * (1 + random.nextInt(b.length / 4)));
      b[2] = (byte) (b.length / 4 - 1 >> 8);
      b[3] = (byte) (b.length / 4 - 1);
      for (Rtcp packet : RtcpReader.read(b, 0, b.length)) {
        int statuses = ((TransportFeedback) packet).deltas().size();
        assertTrue(statuses > 0 && statuses <= TransportFeedback.MAX_STATUSES);
        read++;
      }
    }
    assertTrue(read > 100, "some damage is to numbers alone: " + read);
  }

  @Test
  void withstandsNoise() {
    for (int i = 0; i < 20_000; i++) {
      byte[] b = new byte[4 * (5 + random.nextInt(60))];
      random.nextBytes(b);
      b[0] = (byte) 0x8f;
      b[1] = (byte) 205;
      b[2] = 0;
      b[3] = (byte) (b.length / 4 - 1);
      List<Rtcp> read = RtcpReader.read(b, 0, b.length);
      assertTrue(read.size() <= 1);
    }
  }
}
