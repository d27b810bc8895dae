package plenum.engine.forward;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plenum.engine.rtcp.SenderReport;
import plenum.engine.rtp.Rtp;

/** A stream of more tracks than one of each kind. */
class TracksTest {

  private static final long SECOND = 1_000_000_000L;
  private static final TrackId CAMERA = new TrackId(Kind.VIDEO, 0);
  private static final TrackId SCREEN = new TrackId(Kind.VIDEO, 1);
  private static final int CAMERA_SSRC = 0x10;
  private static final int SCREEN_SSRC = 0x20;
  private static final SourceCodec VP8 = new SourceCodec(96, "VP8", "", 90_000);

  private final Stream stream = new Stream();
  private final RecordingOutput output = new RecordingOutput();
  private final List<TrackId> asked = new ArrayList<>();
  private final Source source =
      new Source(
          Map.of(LayerId.first(SCREEN), List.of(VP8), LayerId.first(CAMERA), List.of(VP8)),
          layer -> asked.add(layer.track()));

  private Player join(PlayerTrack... tracks) {
    Player player = new Player("cname", List.of(tracks), output);
    stream.add(player, 0);
    return player;
  }

  private static PlayerTrack camera() {
    return new PlayerTrack(CAMERA, CAMERA_SSRC, codec -> 96);
  }

  private static PlayerTrack screen() {
    return new PlayerTrack(SCREEN, SCREEN_SSRC, codec -> 97);
  }

  private void receive(TrackId track, int sequence, byte... payload) {
    byte[] packet = Packets.rtp(sequence, 0, payload);
    stream.receive(source, LayerId.first(track), packet, 0, packet.length, 0);
  }

  private List<Integer> sentSsrcs() {
    return output.packets.stream().map(packet -> Rtp.ssrc(packet, 0)).toList();
  }

  @Test
  void sendsEachTrackAsItself() {
    stream.publish(source);
    join(camera(), screen());
    receive(SCREEN, 7, Packets.KEY);
    receive(CAMERA, 7, Packets.DELTA);
    stream.flush(0);
    assertEquals(List.of(CAMERA_SSRC, SCREEN_SSRC), sentSsrcs());
    assertEquals(97, Rtp.payloadType(output.packets.get(1), 0));
  }

  @Test
  void sendsNothingOfATrackThatThePlayerDoesNotHave() {
    stream.publish(source);
    Player player = join(screen());
    receive(CAMERA, 7, Packets.KEY);
    receive(SCREEN, 7, Packets.KEY);
    stream.flush(0);
    assertEquals(List.of(SCREEN_SSRC), sentSsrcs());
    assertEquals(0, player.withheldPackets());
  }

  @Test
  void dropsPacketsOfATrackThatTheSourceDoesNotHave() {
    stream.publish(source);
    join(camera());
    receive(new TrackId(Kind.AUDIO, 0), 7, Packets.KEY);
    stream.flush(0);
    assertTrue(output.packets.isEmpty());
  }

  @Test
  void asksForTheKeyFrameOfTheTrackThatAPlayerMisses() {
    stream.publish(source);
    Player player = join(camera(), screen());
    assertEquals(List.of(CAMERA, SCREEN), asked);
    stream.keyFrameWanted(player, SCREEN_SSRC, SECOND);
    stream.keyFrameWanted(player, 0x30, SECOND);
    assertEquals(List.of(CAMERA, SCREEN, SCREEN), asked);
  }

  @Test
  void asksForTheKeyFrameOfEachTrackThatBeginsWithoutOne() {
    stream.publish(source);
    receive(SCREEN, 1, Packets.KEY);
    receive(CAMERA, 1, Packets.DELTA);
    receive(CAMERA, 2, Packets.DELTA);
    assertEquals(List.of(CAMERA), asked);
  }

  @Test
  void asksForTheKeyFrameOfATrackThatLostTooMuch() {
    stream.keyFrameWanted(LayerId.first(SCREEN), 0);
    stream.publish(source);
    stream.keyFrameWanted(LayerId.first(SCREEN), 0);
    assertEquals(List.of(SCREEN), asked);
  }

  @Test
  void sendsAgainWhatWasLostOfOneTrack() {
    stream.publish(source);
    Player player = join(camera(), screen());
    receive(CAMERA, 7, Packets.KEY);
    receive(SCREEN, 7, Packets.KEY);
    stream.flush(0);
    byte[] lost = output.packets.get(1);
    stream.retransmit(player, SCREEN_SSRC, List.of(Rtp.sequence(lost, 0)), SECOND);
    assertArrayEquals(lost, output.packets.get(2));
  }

  @Test
  void reportsOnEachTrackByItself() {
    stream.publish(source);
    join(camera(), screen());
    receive(CAMERA, 7, Packets.KEY);
    receive(SCREEN, 7, Packets.KEY);
    stream.flush(0);
    stream.report(source, LayerId.first(SCREEN), new SenderReport(1, 5, 0, 1, 1, List.of()));
    List<Integer> reported = output.senderReports().stream().map(SenderReport::ssrc).toList();
    assertEquals(List.of(SCREEN_SSRC), reported);
  }
}
