package plenum.media.embedded;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plenum.engine.EngineEvents;
import plenum.engine.StreamName;
import plenum.engine.StreamTracks;
import plenum.media.OnAir;
import plenum.media.Shortage;
import plenum.media.StreamId;
import plenum.media.node.NodeReports;

/** Passes the engine's events on; players coming and going is nobody's news. */
record EngineReports(NodeReports reports, Handshakes handshakes) implements EngineEvents {

  @Override
  public void published(StreamName stream, String clientId, StreamTracks tracks) {
    OnAir onAir =
        new OnAir(
            EngineNames.streamId(stream), tracks.audio(), tracks.video(), tracks.videoCodec());
    reports.published(onAir, clientId);
  }

  @Override
  public void layersWanted(StreamName stream, String clientId, List<String> names) {
    reports.layersWanted(EngineNames.streamId(stream), clientId, names);
  }

  @Override
  public void speaking(StreamName stream, String clientId, boolean speaks) {
    reports.speaking(EngineNames.streamId(stream), clientId, speaks);
  }

  @Override
  public void unpublished(StreamName stream, String clientId) {
    reports.unpublished(EngineNames.streamId(stream), clientId);
  }

  @Override
  public void heard(StreamName receiver, Map<String, StreamName> sounds) {
    Map<String, StreamId> named = new HashMap<>();
    sounds.forEach((slot, stream) -> named.put(slot, EngineNames.streamId(stream)));
    reports.heard(EngineNames.streamId(receiver), named);
  }

  @Override
  public void shookHands(Duration took) {
    handshakes.complete(took);
  }

  @Override
  public void handshakeFailed() {
    handshakes.failed();
  }

  @Override
  public void shortages(StreamName receiver, Map<StreamName, plenum.engine.Shortage> pictures) {
    Map<StreamId, Shortage> named = new HashMap<>();
    pictures.forEach(
        (stream, why) -> named.put(EngineNames.streamId(stream), Engines.shortage(why)));
    reports.shortages(EngineNames.streamId(receiver), named);
  }

  @Override
  public void played(StreamName stream, String clientId) {}

  @Override
  public void stopped(StreamName stream, String clientId) {}
}
