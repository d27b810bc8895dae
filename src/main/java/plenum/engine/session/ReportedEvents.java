package plenum.engine.session;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import plenum.engine.EngineEvents;
import plenum.engine.Shortage;
import plenum.engine.StreamName;
import plenum.engine.StreamTracks;
import plenum.engine.dtls.HandshakeNews;

/** Keeps the media loop alive when a listener breaks its promise and throws. */
record ReportedEvents(EngineEvents listener) implements EngineEvents, HandshakeNews {

  private static final Logger LOG = System.getLogger(ReportedEvents.class.getName());

  private static void guarded(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "A listener of the media engine failed", e);
    }
  }

  @Override
  public void published(StreamName stream, String clientId, StreamTracks tracks) {
    guarded(() -> listener.published(stream, clientId, tracks));
  }

  @Override
  public void unpublished(StreamName stream, String clientId) {
    guarded(() -> listener.unpublished(stream, clientId));
  }

  @Override
  public void played(StreamName stream, String clientId) {
    guarded(() -> listener.played(stream, clientId));
  }

  @Override
  public void stopped(StreamName stream, String clientId) {
    guarded(() -> listener.stopped(stream, clientId));
  }

  @Override
  public void layersWanted(StreamName stream, String clientId, List<String> names) {
    guarded(() -> listener.layersWanted(stream, clientId, names));
  }

  @Override
  public void speaking(StreamName stream, String clientId, boolean speaks) {
    guarded(() -> listener.speaking(stream, clientId, speaks));
  }

  @Override
  public void heard(StreamName receiver, Map<String, StreamName> sounds) {
    guarded(() -> listener.heard(receiver, sounds));
  }

  @Override
  public void shookHands(Duration took) {
    guarded(() -> listener.shookHands(took));
  }

  @Override
  public void handshakeFailed() {
    guarded(listener::handshakeFailed);
  }

  @Override
  public void complete(Duration took) {
    shookHands(took);
  }

  @Override
  public void failed() {
    handshakeFailed();
  }

  @Override
  public void shortages(StreamName receiver, Map<StreamName, Shortage> pictures) {
    guarded(() -> listener.shortages(receiver, pictures));
  }
}
