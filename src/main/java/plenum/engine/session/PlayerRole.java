package plenum.engine.session;

import java.util.List;
import plenum.engine.EngineEvents;
import plenum.engine.estimate.Rank;
import plenum.engine.forward.Player;
import plenum.engine.forward.PlayerTrack;
import plenum.engine.rtcp.FullIntraRequest;
import plenum.engine.rtcp.Nack;
import plenum.engine.rtcp.PictureLossIndication;
import plenum.engine.rtcp.Rtcp;

/** A session that plays a stream. */
final class PlayerRole implements SessionRole {

  private final Session session;
  private final LiveStream stream;
  private final EngineEvents events;
  private final Player player;
  private final PlayerPath path;
  private boolean playing;

  PlayerRole(
      Session session,
      LiveStream stream,
      String cname,
      List<PlayerTrack> tracks,
      Links links,
      EngineEvents events) {
    this.session = session;
    this.stream = stream;
    this.events = events;
    this.path = new PlayerPath(session, links);
    path.carriesOf(tracks);
    tracks.forEach(track -> path.carry(track, Rank.SPEAKER));
    this.player = new Player(cname, tracks, path);
  }

  @Override
  public void connected(long nowNanos) {
    playing = true;
    path.connected(nowNanos);
    stream.media().add(player, nowNanos);
    events.played(stream.name(), session.identity().id());
  }

  @Override
  public Worth rtp(byte[] b, int off, int len, long nowNanos) {
    return Worth.VAIN; // A player has nothing to send; its RTP is not even decrypted.
  }

  @Override
  public void rtcp(List<Rtcp> packets, long nowNanos) {
    for (Rtcp packet : packets) {
      if (packet instanceof Nack nack) {
        stream.media().retransmit(player, nack.media(), nack.sequences(), nowNanos);
      } else if (packet instanceof PictureLossIndication loss) {
        stream.media().keyFrameWanted(player, loss.media(), nowNanos);
      } else if (packet instanceof FullIntraRequest full) {
        stream.media().keyFrameWanted(player, full.media(), nowNanos);
      } else {
        path.told(packet, nowNanos);
      }
    }
  }

  @Override
  public void tick(long nowNanos) {
    // Nothing to ask a player for.
  }

  @Override
  public void ended() {
    stream.media().remove(player);
    path.ended();
    if (playing) {
      playing = false;
      events.stopped(stream.name(), session.identity().id());
    }
  }

  @Override
  public Traffic traffic() {
    return new Traffic(0, player.sentBytes(), player.withheldPackets());
  }
}
