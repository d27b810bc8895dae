package plenum.engine.forward;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What one publisher sends, from its arrival to its leaving. */
public final class Source {

  private static final SourceTrack[] NONE = {};

  /** A smallest encoding of so many lines is always made; one of more, half a screen's, costs. */
  private static final int CHEAP_LINES = 360;

  private final SourceTrack[] tracks;
  private final Map<TrackId, SourceTrack[]> layers;

  /** Of the tracks that are sent in several encodings. */
  private final Map<TrackId, LayerDemand> demands;

  private final SourceOutput output;

  /** A source with these encodings, each with the codecs that its packets may have. */
  public Source(Map<LayerId, List<SourceCodec>> codecs, SourceOutput output) {
    this.tracks =
        codecs.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> new SourceTrack(entry.getKey(), entry.getValue()))
            .toArray(SourceTrack[]::new);
    this.layers =
        Arrays.stream(tracks)
            .collect(
                groupingBy(
                    track -> track.id().track(),
                    collectingAndThen(toList(), list -> list.toArray(SourceTrack[]::new))));
    this.demands =
        layers.entrySet().stream()
            .filter(entry -> entry.getValue().length > 1)
            .collect(toMap(Map.Entry::getKey, entry -> new LayerDemand(entry.getValue().length)));
    this.output = output;
  }

  /**
   * From now on packets of an encoding may say by a header extension of which temporal layer their
   * frames are (dependency descriptor, AV1 RTP payload format, appendix A), for codecs whose
   * payload does not.
   *
   * @param extension its id
   */
  public void describe(LayerId id, int extension) {
    track(id).describe(extension);
  }

  /** All of them, audio first; not to be changed. */
  SourceTrack[] tracks() {
    return tracks;
  }

  /**
   * The encodings of a track in the publisher's order, none if it is not sent; not to be changed.
   */
  SourceTrack[] layers(TrackId track) {
    return layers.getOrDefault(track, NONE);
  }

  /** The encoding of that name; null if there is none, as this is asked for each packet. */
  SourceTrack track(LayerId id) {
    for (SourceTrack track : tracks) {
      if (track.id().equals(id)) {
        return track;
      }
    }
    return null;
  }

  /**
   * Takes a packet in, and asks for a key frame if the track needs one to begin with.
   *
   * @return whether the batch must be flushed before the next packet
   */
  boolean receive(LayerId id, byte[] b, int off, int len, long nowNanos) {
    SourceTrack track = track(id);
    if (track == null) {
      return false;
    }
    boolean keyFrame = track.receive(b, off, len, nowNanos);
    if (track.isVideo() && track.keyFrames().received(keyFrame, nowNanos)) {
      output.requestKeyFrame(id);
    }
    return track.full();
  }

  /** Whether packets wait to be sent. */
  boolean waiting() {
    for (SourceTrack track : tracks) {
      if (track.batched() > 0) {
        return true;
      }
    }
    return false;
  }

  void clearBatches() {
    for (SourceTrack track : tracks) {
      track.clearBatch();
    }
  }

  /** Key frames of some encodings are needed. */
  void keyFrameWanted(Predicate<SourceTrack> which, long nowNanos) {
    for (SourceTrack track : tracks) {
      if (track.isVideo() && which.test(track) && track.keyFrames().wanted(nowNanos)) {
        output.requestKeyFrame(track.id());
      }
    }
  }

  /** Works out which encodings these players are sent or wait for, and tells the publisher. */
  void demand(List<Player> players, long nowNanos) {
    for (Map.Entry<TrackId, LayerDemand> entry : demands.entrySet()) {
      SourceTrack[] encodings = layers.get(entry.getKey());
      LayerDemand demand = entry.getValue();
      for (Player player : players) {
        player.needs(entry.getKey(), encodings, demand, nowNanos);
      }
      int smallest = LayerChoice.wish(encodings, 1);
      if (encodings[smallest].flow().height() <= CHEAP_LINES || !demand.any(nowNanos)) {
        demand.needed(smallest, nowNanos);
      }
      if (demand.changed(begins(players, entry.getKey(), encodings, nowNanos), nowNanos)) {
        output.layersWanted(entry.getKey(), demand.mask());
      }
      boolean comes = LayerChoice.comes(encodings, nowNanos);
      for (int i = 0; i < encodings.length; i++) {
        encodings[i].flow().need((demand.mask() >> i & 1) != 0, comes, nowNanos);
      }
    }
  }

  /**
   * Whether somebody's first picture is about to come, of what comes already: an encoder that is
   * set up for one encoding more meanwhile makes it late.
   */
  private static boolean begins(
      List<Player> players, TrackId of, SourceTrack[] encodings, long nowNanos) {
    for (Player player : players) {
      if (player.begins(of, encodings, nowNanos)) {
        return true;
      }
    }
    return false;
  }

  /** A key frame of that encoding is needed. */
  void keyFrameWanted(SourceTrack track, long nowNanos) {
    if (track.keyFrames().wanted(nowNanos)) {
      output.requestKeyFrame(track.id());
    }
  }

  /** Passes on the wishes for key frames that had to wait. */
  void tick(long nowNanos) {
    for (SourceTrack track : tracks) {
      if (track.keyFrames().due(nowNanos)) {
        output.requestKeyFrame(track.id());
      }
    }
  }
}
