package plenum.engine.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Frames are left out of codecs whose payload does not say of which layer they are, where a header
 * extension does; and of VP9, whose frames refer to others by how far apart their numbers are.
 */
class DescribedLayersTest {

  private static final TrackId VIDEO = new TrackId(Kind.VIDEO, 0);
  private static final LayerId ONLY = LayerId.first(VIDEO);
  private static final int DESCRIPTOR = 13;

  /** As Chromium 156 begins with three temporal layers. */
  private static final byte[] STRUCTURE =
      HexFormat.of().parseHex("800001800214eaa860414d1410208426");

  /** Of four frames in turn: layer, template, and how many before are those that it refers to. */
  private static final int[] LAYER = {0, 2, 1, 2};

  private static final int[] TEMPLATE = {1, 3, 2, 4};
  private static final int[] BEFORE = {4, 1, 2, 1};

  /** How a codec's packets look. */
  enum Codec {
    H264,
    AV1,
    VP9;

    byte[] packet(int n) {
      byte[] payload = payload(n);
      byte[] extension = this == VP9 ? new byte[0] : descriptor(n);
      int words = extension.length == 0 ? 0 : 1 + (extension.length + 2 + 3) / 4;
      ByteBuffer packet = ByteBuffer.allocate(12 + 4 * words + payload.length + 2);
      packet.put((byte) (words == 0 ? 0x80 : 0x90)).put((byte) 96).putShort((short) (65_000 + n));
      packet.putInt(3000 * n).putInt(0x1111);
      if (words > 0) {
        packet.putInt(0x10000000 | words - 1).put((byte) DESCRIPTOR).put((byte) extension.length);
        packet.put(extension).position(12 + 4 * words);
      }
      return packet.put(payload).putShort((short) n).array();
    }

    private static byte[] descriptor(int n) {
      byte[] whole = n == 0 ? STRUCTURE.clone() : new byte[3];
      whole[0] = (byte) (0xc0 | (n == 0 ? 0 : TEMPLATE[n % 4]));
      whole[1] = (byte) (n >> 8);
      whole[2] = (byte) n;
      return whole;
    }

    private byte[] payload(int n) {
      int picture = 32_700 + n;
      return switch (this) {
        case H264 -> new byte[] {(byte) (n == 0 ? 0x65 : 0x41), 1, 2};
        case AV1 -> new byte[] {(byte) (n == 0 ? 0x18 : 0x10), 0x32, 1, 2};
        case VP9 ->
            new byte[] {
              (byte) (n == 0 ? 0xbc : 0xfc),
              (byte) (0x80 | picture >> 8 & 0x7f),
              (byte) picture,
              (byte) (LAYER[n % 4] << 5 | 0x10),
              (byte) (BEFORE[n % 4] << 1)
            };
      };
    }
  }

  private final Stream stream = new Stream();
  private final RecordingOutput output = new RecordingOutput();
  private final PlayerTrack track = new PlayerTrack(VIDEO, 0x2222, codec -> 120);
  private final Player player = new Player("cname", List.of(track), output);
  private Source source;
  private Codec codec;
  private long now;

  private void begin(Codec of) {
    codec = of;
    source = new Source(Map.of(ONLY, List.of(new SourceCodec(96, "" + of, "", 90_000))), l -> {});
    source.describe(ONLY, DESCRIPTOR);
    stream.publish(source);
    stream.add(player, now);
  }

  private void receive(int n) {
    byte[] packet = codec.packet(n);
    now += 33_000_000;
    stream.receive(source, ONLY, packet, 0, packet.length, now);
    stream.flush(now);
  }

  private List<Integer> frames(int from, int to) {
    int before = output.packets.size();
    for (int n = from; n < to; n++) {
      receive(n);
    }
    return output.packets.stream().skip(before).map(DescribedLayersTest::frame).toList();
  }

  private static int frame(byte[] sent) {
    return (sent[sent.length - 2] & 0xff) << 8 | sent[sent.length - 1] & 0xff;
  }

  @ParameterizedTest
  @EnumSource
  void leavesOutUpperLayersAndComesBack(Codec of) {
    begin(of);
    assertEquals(List.of(0, 1, 2, 3), frames(0, 4));
    track.thin(0);
    assertEquals(List.of(4, 8), frames(4, 11));
    track.thin(1);
    assertEquals(List.of(12, 14, 16), frames(11, 17));
    track.thin(0);
    assertEquals(List.of(20), frames(17, 23));
    track.thin(2);
    assertEquals(List.of(24, 25, 26, 27), frames(23, 28));
    assertDecodable();
  }

  /** The second frame of the highest layer refers to the one of the middle layer before it. */
  @ParameterizedTest
  @EnumSource
  void goesUpWithNoFrameThatNeedsOneThatWasLeftOut(Codec of) {
    begin(of);
    track.thin(0);
    frames(0, 3);
    track.thin(2);
    assertEquals(List.of(4, 5), frames(3, 6));
    assertDecodable();
  }

  @ParameterizedTest
  @CsvSource({"H264, 1", "H264, 2", "AV1, 3", "AV1, 4", "VP9, 5", "VP9, 6", "VP9, 7"})
  void sendsNothingThatCannotBeDecoded(Codec of, long seed) {
    Random random = new Random(seed);
    begin(of);
    for (int n = 0; n < 4_000; n++) {
      if (random.nextInt(5) == 0) {
        track.thin(random.nextInt(4));
      }
      receive(n);
    }
    assertTrue(output.packets.size() < 3_500, "of 4000 frames " + output.packets.size());
    assertDecodable();
  }

  /** No number is missing, and all that a frame refers to was sent and is found by its numbers. */
  private void assertDecodable() {
    Set<Integer> sent = new HashSet<>();
    List<Integer> pictures = new ArrayList<>();
    for (int i = 0; i < output.packets.size(); i++) {
      byte[] packet = output.packets.get(i);
      int n = frame(packet);
      int before = n - BEFORE[n % 4];
      assertTrue(n == 0 || sent.contains(before), n + " refers to " + before);
      sent.add(n);
      if (i > 0) {
        assertEquals(output.sequence(i - 1) + 1 & 0xffff, output.sequence(i));
      }
      if (codec == Codec.VP9) {
        int picture = (packet[13] & 0x7f) << 8 | packet[14] & 0xff;
        int reference = picture - BEFORE[n % 4] & 0x7fff;
        assertTrue(n == 0 || pictures.contains(reference), n + " refers to number " + reference);
        pictures.add(picture);
      }
    }
  }

  @Test
  void whatSaysNothingIsOfTheLowestLayer() {
    begin(Codec.H264);
    track.thin(0);
    for (int n = 0; n < 20; n++) {
      byte[] packet = Packets.rtp(65_000 + n, 3000 * n, (byte) (n == 0 ? 0x65 : 0x41), (byte) n);
      stream.receive(source, ONLY, packet, 0, packet.length, now);
    }
    stream.flush(now);
    assertEquals(20, output.packets.size());
  }
}
