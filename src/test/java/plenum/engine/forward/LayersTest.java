package plenum.engine.forward;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.engine.rtcp.SenderReport;
import plenum.engine.rtp.Rtp;

/** A picture in three encodings, of which each player is sent one at a time. */
class LayersTest {

  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long FRAME = 33 * MILLI;
  private static final TrackId VIDEO = new TrackId(Kind.VIDEO, 0);
  private static final LayerId LARGE = new LayerId(VIDEO, 0);
  private static final LayerId MIDDLE = new LayerId(VIDEO, 1);
  private static final LayerId SMALL = new LayerId(VIDEO, 2);
  private static final List<LayerId> ALL = List.of(LARGE, MIDDLE, SMALL);
  private static final SourceCodec VP8 = new SourceCodec(96, "VP8", "", 90_000);
  private static final int SSRC = 0x2222;
  private static final int CLOCK = 90_000;

  private final Stream stream = new Stream();
  private final RecordingOutput output = new RecordingOutput();
  private final PlayerTrack track = new PlayerTrack(VIDEO, SSRC, codec -> 120);
  private final Player player = new Player("cname", List.of(track), output);
  private final List<LayerId> asked = new ArrayList<>();
  private final List<Integer> wanted = new ArrayList<>();
  private final Source source =
      new Source(
          ALL.stream().collect(Collectors.toMap(layer -> layer, layer -> List.of(VP8))),
          new SourceOutput() {
            @Override
            public void requestKeyFrame(LayerId layer) {
              asked.add(layer);
            }

            @Override
            public void layersWanted(TrackId of, int mask) {
              wanted.add(mask);
            }
          });

  /** Each encoding numbers its packets and pictures from somewhere else. */
  private final Map<LayerId, Integer> sent = new TreeMap<>();

  /** The height of the largest. */
  private int lines = 720;

  private long now = TimeUnit.SECONDS.toNanos(100);

  @BeforeEach
  void publish() {
    stream.publish(source);
  }

  private int number(LayerId layer) {
    return 1000 * (layer.number() + 1) + sent.getOrDefault(layer, 0);
  }

  private int timestamp(LayerId layer) {
    return 7_000_000 * (layer.number() + 1) + (int) (now / 1000 * CLOCK / 1_000_000);
  }

  /** A frame of one packet: a picture number of 15 bits, TL0PICIDX, and whose it is. */
  private byte[] frame(LayerId layer, boolean key) {
    int number = number(layer);
    byte[] payload = {
      (byte) 0x90,
      (byte) 0xc0,
      (byte) (0x80 | number >> 8),
      (byte) number,
      (byte) number,
      (byte) (key ? 0 : 1),
      0,
      0,
      (byte) 0x9d,
      0x01,
      0x2a,
      0,
      0,
      (byte) (lines >> layer.number()),
      (byte) (lines >> layer.number() >> 8),
      (byte) layer.number()
    };
    byte[] packet = Packets.rtp(number, timestamp(layer), payload);
    Rtp.setSsrc(packet, 0, 0x100 + layer.number());
    sent.merge(layer, 1, Integer::sum);
    return packet;
  }

  private void receive(LayerId layer, boolean key) {
    byte[] packet = frame(layer, key);
    stream.receive(source, layer, packet, 0, packet.length, now);
  }

  /** One capture: a frame of each of these encodings, of which some are key frames. */
  private void capture(List<LayerId> layers, LayerId... keys) {
    for (LayerId layer : layers) {
      receive(layer, List.of(keys).contains(layer));
    }
    stream.flush(now);
    stream.tick(now);
    now += FRAME;
  }

  private void capture(int frames, List<LayerId> layers) {
    for (int i = 0; i < frames; i++) {
      capture(layers);
    }
  }

  /** The encodings of the packets that the player was sent. */
  private List<Integer> layers() {
    return output.packets.stream().map(packet -> (int) packet[packet.length - 1]).toList();
  }

  private int lastLayer() {
    return layers().get(layers().size() - 1);
  }

  private int picture(int index) {
    byte[] packet = output.packets.get(index);
    return (packet[14] & 0x7f) << 8 | packet[15] & 0xff;
  }

  private void join(int height) {
    track.want(height);
    stream.add(player, now);
  }

  /** All begin with key frames, and have told their heights. */
  private void begin(int height) {
    join(height);
    capture(ALL, LARGE, MIDDLE, SMALL);
  }

  private void assertNoGap() {
    for (int i = 1; i < output.packets.size(); i++) {
      assertEquals(output.sequence(i - 1) + 1 & 0xffff, output.sequence(i), "sequence " + i);
      assertEquals(picture(i - 1) + 1 & 0x7fff, picture(i), "picture " + i);
      int base = output.packets.get(i)[16] - output.packets.get(i - 1)[16] & 0xff;
      assertEquals(1, base, "base " + i);
      assertTrue(output.timestamp(i) - output.timestamp(i - 1) > 0, "timestamp " + i);
    }
  }

  @Test
  void sendsTheSmallestThatIsLargeEnough() {
    begin(200);
    capture(5, ALL);
    assertEquals(2, lastLayer());
    track.want(360);
    stream.chooseAnew(now);
    assertEquals(MIDDLE, asked.get(asked.size() - 1));
    capture(ALL, MIDDLE);
    assertEquals(1, lastLayer());
    assertNoGap();
  }

  @Test
  void sendsTheLargestWhereNoneIsLargeEnough() {
    begin(2000);
    capture(ALL);
    assertEquals(0, lastLayer());
  }

  /** Whatever of the two sizes comes first of a capture: no number is left out or taken twice. */
  @Test
  void goesUpAndDownAtKeyFramesAlone() {
    begin(180);
    for (int height : new int[] {720, 180, 360, 720, 180}) {
      capture(2, ALL);
      int before = lastLayer();
      track.want(height);
      stream.chooseAnew(now);
      capture(3, ALL);
      assertEquals(before, lastLayer(), "no key frame has come yet");
      capture(ALL, LARGE, MIDDLE, SMALL);
      capture(2, List.of(SMALL, MIDDLE, LARGE));
    }
    assertEquals(
        List.of(2, 0, 2, 1, 0, 2),
        layers().stream().reduce(new ArrayList<Integer>(), LayersTest::changed, (a, b) -> a));
    assertNoGap();
  }

  private static ArrayList<Integer> changed(ArrayList<Integer> seen, int layer) {
    if (seen.isEmpty() || seen.get(seen.size() - 1) != layer) {
      seen.add(layer);
    }
    return seen;
  }

  /** Whoever comes sees something at once, and what they want as soon as it begins. */
  @Test
  void beginsWithASmallerKeyFrame() {
    join(720);
    capture(ALL);
    assertEquals(List.of(), layers());
    assertTrue(asked.contains(LARGE), asked + "");
    capture(ALL, SMALL);
    assertEquals(List.of(2), layers());
    capture(ALL, LARGE);
    assertEquals(0, lastLayer());
    assertNoGap();
  }

  @Test
  void sendsNoPictureToWhoWantsNone() {
    begin(720);
    track.want(0);
    stream.chooseAnew(now);
    int before = output.packets.size();
    capture(5, ALL);
    assertEquals(before, output.packets.size());
    asked.clear();
    track.want(180);
    stream.chooseAnew(now);
    assertEquals(List.of(SMALL), asked);
    capture(ALL, SMALL);
    assertEquals(before + 1, output.packets.size());
    assertNoGap();
  }

  @Test
  void sendsWhatItsLinkCarries() {
    begin(720);
    track.cap(360);
    capture(4, ALL);
    capture(ALL, MIDDLE);
    assertEquals(1, lastLayer());
    track.cap(Integer.MAX_VALUE);
    capture(4, ALL);
    capture(ALL, LARGE);
    assertEquals(0, lastLayer());
  }

  /** A publisher that lacks bits or time stops to send its largest first. */
  @Test
  void takesWhatStillComes() {
    begin(720);
    capture(5, ALL);
    List<LayerId> rest = List.of(MIDDLE, SMALL);
    capture(16, rest);
    assertTrue(asked.contains(MIDDLE), asked + "");
    capture(rest, MIDDLE);
    assertEquals(1, lastLayer());
    capture(ALL, LARGE);
    capture(4, ALL);
    capture(ALL, LARGE);
    assertEquals(0, lastLayer());
    assertNoGap();
  }

  /** Encodings begin their timestamps anywhere; reports tie them to one clock. */
  @Test
  void keepsTheTimeBetweenCaptures() {
    join(180);
    for (LayerId layer : ALL) {
      receive(layer, true);
    }
    stream.flush(now);
    long ntp = 1_000L << 32;
    for (LayerId layer : ALL) {
      SenderReport report =
          new SenderReport(0x100 + layer.number(), ntp, timestamp(layer), 1, 1, List.of());
      stream.report(source, layer, report);
    }
    now += FRAME;
    capture(ALL);
    track.want(720);
    stream.chooseAnew(now);
    long late = 20 * MILLI;
    now += FRAME;
    byte[] key = frame(LARGE, true);
    now += late;
    stream.receive(source, LARGE, key, 0, key.length, now);
    stream.flush(now);
    int last = output.packets.size() - 1;
    assertEquals(0, lastLayer());
    int ticks = output.timestamp(last) - output.timestamp(last - 1);
    assertEquals(2 * 33 * 90, ticks, 2);
    List<SenderReport> reports = output.senderReports();
    SenderReport own = reports.get(reports.size() - 1);
    assertEquals(ntp, own.ntp());
    assertEquals(3 * 33 * 90, output.timestamp(last) - own.rtpTimestamp(), 2);
  }

  @Test
  void sendsAgainWhatWasLostBeforeAnotherEncodingFollowed() {
    begin(180);
    capture(3, ALL);
    byte[] lost = output.packets.get(output.packets.size() - 1);
    track.want(720);
    stream.chooseAnew(now);
    capture(ALL, LARGE);
    assertEquals(0, lastLayer());
    int before = output.packets.size();
    int last = output.sequence(before - 1);
    stream.retransmit(player, SSRC, List.of(Rtp.sequence(lost, 0), last), now);
    List<Integer> again = List.of(output.sequence(before), output.sequence(before + 1));
    assertEquals(List.of(Rtp.sequence(lost, 0), last), again);
    assertArrayEquals(
        Arrays.copyOfRange(lost, 2, lost.length),
        Arrays.copyOfRange(output.packets.get(before), 2, lost.length));
  }

  @Test
  void tellsThePublisherWhichEncodingsAreNeeded() {
    stream.tick(now);
    now += LayerDemand.KEEP_NANOS + FRAME;
    stream.tick(now);
    assertEquals(0b100, wanted.get(wanted.size() - 1), "nobody is there");
    begin(720);
    stream.chooseAnew(now);
    assertEquals(0b101, wanted.get(wanted.size() - 1));
    track.want(360);
    stream.chooseAnew(now);
    assertEquals(0b111, wanted.get(wanted.size() - 1), "the large one until the other comes");
    capture(ALL, MIDDLE);
    capture(4, ALL);
    assertEquals(0b111, wanted.get(wanted.size() - 1));
    now += LayerDemand.KEEP_NANOS;
    capture(4, ALL);
    assertEquals(0b110, wanted.get(wanted.size() - 1));
  }

  /** Encoders that are set up for another encoding make the next key frame late. */
  @Test
  void tellsThePublisherOfOneMoreWhenTheFirstPictureHasCome() {
    capture(ALL, LARGE, MIDDLE, SMALL);
    now += LayerDemand.KEEP_NANOS;
    capture(4, List.of(SMALL));
    assertEquals(0b100, wanted.get(wanted.size() - 1), "nobody is there");
    join(720);
    assertEquals(List.of(SMALL), asked.subList(asked.size() - 1, asked.size()));
    capture(3, List.of(SMALL));
    assertEquals(0b100, wanted.get(wanted.size() - 1));
    capture(List.of(SMALL), SMALL);
    assertEquals(2, lastLayer());
    capture(8, List.of(SMALL));
    assertEquals(0b101, wanted.get(wanted.size() - 1));
  }

  @Test
  void tellsThePublisherOfOneMoreThoughTheFirstPictureDoesNotCome() {
    capture(ALL, LARGE, MIDDLE, SMALL);
    now += LayerDemand.KEEP_NANOS;
    capture(4, List.of(SMALL));
    join(720);
    capture(2, List.of(SMALL));
    assertEquals(0b100, wanted.get(wanted.size() - 1));
    now += KeyFrameRequests.ANSWER_NANOS;
    capture(List.of(SMALL));
    assertEquals(0b101, wanted.get(wanted.size() - 1));
  }

  /** Half of a screen takes more than somebody's small tile: nobody makes it for nothing. */
  @Test
  void doesNotNeedALargeSmallestOneWhileAnotherIsSent() {
    lines = 2160;
    begin(2160);
    now += LayerDemand.KEEP_NANOS;
    capture(4, ALL);
    assertEquals(0b001, wanted.get(wanted.size() - 1));
    track.cap(600);
    stream.chooseAnew(now);
    assertEquals(0b101, wanted.get(wanted.size() - 1), "at once");
    stream.remove(player);
    now += LayerDemand.KEEP_NANOS + FRAME;
    capture(4, ALL);
    assertEquals(0b100, wanted.get(wanted.size() - 1), "nobody is there");
  }

  @Test
  void asksAgainForAKeyFrameThatDoesNotCome() {
    begin(180);
    asked.clear();
    track.want(720);
    capture(40, ALL);
    long times = asked.stream().filter(LARGE::equals).count();
    assertTrue(times >= 2 && times <= 4, asked + "");
  }

  @Test
  void tellsWhatThereIsToChooseFrom() {
    assertEquals(List.of(), track.offers(Averaged.SOON, now));
    begin(180);
    capture(20, List.of(MIDDLE, SMALL));
    now += 2 * FRAME;
    capture(15, List.of(SMALL));
    List<LayerOffer> offers = track.offers(Averaged.SOON, now);
    assertEquals(List.of(720, 360, 180), offers.stream().map(LayerOffer::height).toList());
    assertEquals(List.of(false, true, true), offers.stream().map(LayerOffer::flows).toList());
    assertEquals(28 * 8 * 30, offers.get(2).bitrate(), 1000);
  }

  /** A page of a shared screen comes at once, and then next to nothing. */
  @Test
  void averagesALargeFrameOverSeconds() {
    LayerFlow flow = new LayerFlow();
    long nanos = 0;
    for (int page = 0; page < 12; page++) {
      for (int i = 0; i < 100; i++) {
        flow.received(1000, 0, false, nanos + i * 100_000);
      }
      for (int i = 1; i < 20; i++) {
        nanos += 500_000_000;
        flow.received(100, 0, false, nanos);
      }
      nanos += 500_000_000;
    }
    for (int i = 0; i < 100; i++) {
      flow.received(1000, 0, false, nanos + i * 100_000);
    }
    flow.received(100, 0, false, nanos + 600_000_000);
    long soon = flow.bitrates(Averaged.SOON).get(7);
    long lasting = flow.bitrates(Averaged.LONG).get(7);
    assertTrue(soon > 300_000, soon + " bits a second of 80,000");
    assertTrue(lasting > 40_000 && lasting < 160_000, lasting + " bits a second of 80,000");
  }

  /** A screen on which nothing happens sends a frame now and then. */
  @Test
  void averagesFramesWithLongPausesBetween() {
    LayerFlow flow = new LayerFlow();
    for (int page = 0; page < 40; page++) {
      for (int i = 0; i < 100; i++) {
        flow.received(1000, 0, false, page * 5_000_000_000L + i * 100_000);
      }
    }
    long lasting = flow.bitrates(Averaged.LONG).get(7);
    assertTrue(lasting > 100_000 && lasting < 250_000, lasting + " bits a second of 160,000");
  }

  /** What a link did not carry of one stream says nothing of the next one in that place. */
  @Test
  void showsAnotherStreamWhereNothingCouldBeCarried() {
    begin(720);
    track.cap(0);
    capture(5, ALL);
    stream.remove(player);
    assertEquals(List.of(), track.offers(Averaged.SOON, now));
    Stream other = new Stream();
    Source single = new Source(Map.of(LARGE, List.of(VP8)), asked::add);
    other.publish(single);
    asked.clear();
    int before = output.packets.size();
    other.add(player, now);
    assertEquals(List.of(LARGE), asked);
    for (boolean key : new boolean[] {false, true, false}) {
      byte[] packet = frame(LARGE, key);
      other.receive(single, LARGE, packet, 0, packet.length, now);
      other.flush(now);
    }
    assertEquals(before + 2, output.packets.size(), "from its key frame on");
  }

  /** A picture in one size that was not carried begins again with a key frame, asked for anew. */
  @Test
  void beginsAgainWithAKeyFrame() {
    Stream other = new Stream();
    Source single = new Source(Map.of(LARGE, List.of(VP8)), asked::add);
    other.publish(single);
    other.add(player, now);
    byte[] first = frame(LARGE, true);
    other.receive(single, LARGE, first, 0, first.length, now);
    other.flush(now);
    track.want(0);
    other.chooseAnew(now);
    track.want(720);
    now += 1000 * MILLI;
    other.chooseAnew(now);
    asked.clear();
    for (int i = 0; i < 20; i++) {
      now += 100 * MILLI;
      byte[] packet = frame(LARGE, false);
      other.receive(single, LARGE, packet, 0, packet.length, now);
      other.flush(now);
      other.tick(now);
    }
    assertEquals(1, output.packets.size());
    assertTrue(asked.size() >= 2, asked + "");
    byte[] key = frame(LARGE, true);
    other.receive(single, LARGE, key, 0, key.length, now);
    other.flush(now);
    assertEquals(2, output.packets.size());
  }
}
