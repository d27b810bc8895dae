package plenum.engine.session;

import java.util.ArrayList;
import java.util.List;
import plenum.engine.forward.Kind;
import plenum.engine.forward.LayerId;
import plenum.engine.forward.PayloadTypes;
import plenum.engine.forward.Player;
import plenum.engine.forward.PlayerOutput;
import plenum.engine.forward.PlayerTrack;
import plenum.engine.forward.TrackId;
import plenum.engine.sdp.PlayedTrack;
import plenum.engine.sdp.PublishedTrack;

/**
 * What was agreed on in SDP, as forwarding names it: the m-lines of a kind are numbered in their
 * order, so that a publisher's and a player's meet.
 */
final class AgreedTracks {

  private final int[] numbers = new int[Kind.values().length];

  private AgreedTracks() {}

  /** A publisher's; nothing of them has been heard yet. */
  static ReceivedTracks received(List<PublishedTrack> agreed) {
    AgreedTracks ids = new AgreedTracks();
    List<ReceivedTrack> tracks = new ArrayList<>();
    for (PublishedTrack track : agreed) {
      TrackId id = ids.next(track.kind());
      for (int layer = 0; layer < Math.max(1, track.layers().size()); layer++) {
        tracks.add(new ReceivedTrack(new LayerId(id, layer), track));
      }
    }
    return new ReceivedTracks(tracks);
  }

  /** A player's; nothing has been sent of them yet. */
  static List<PlayerTrack> played(List<PlayedTrack> agreed) {
    AgreedTracks ids = new AgreedTracks();
    List<PlayerTrack> tracks = new ArrayList<>();
    agreed.forEach(track -> tracks.add(played(ids.next(track.kind()), track)));
    return tracks;
  }

  /** A receiver's slots: whatever is put into one, it is the first of its kind there. */
  static List<Slot> slots(List<PlayedTrack> agreed, String cname, PlayerOutput output) {
    List<Slot> slots = new ArrayList<>();
    for (PlayedTrack track : agreed) {
      TrackId id = new AgreedTracks().next(track.kind());
      Player player = new Player(cname, List.of(played(id, track)), output);
      slots.add(new Slot(track.marks().mid(), id.kind(), track.marks().ssrc(), player));
    }
    return slots;
  }

  private static PlayerTrack played(TrackId id, PlayedTrack track) {
    PayloadTypes types =
        codec -> track.payloadType(codec.name(), codec.parameters()).orElse(PayloadTypes.NONE);
    PlayerTrack played = new PlayerTrack(id, track.marks().ssrc(), types);
    played.extend(track.marks().headers().transportSequence());
    if (track.marks().headers().sendTime() > 0) {
      played.time(track.marks().headers().sendTime());
    }
    if (track.marks().repairSsrc() != 0) {
      played.repairAs(
          track.marks().repairSsrc(), type -> track.repairType(type).orElse(PayloadTypes.NONE));
    }
    return played;
  }

  private TrackId next(String sdpKind) {
    Kind kind = sdpKind.equals("video") ? Kind.VIDEO : Kind.AUDIO;
    return new TrackId(kind, numbers[kind.ordinal()]++);
  }
}
