package plenum.engine.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import plenum.engine.ClientStatus;
import plenum.engine.EngineEvents;
import plenum.engine.Reception;
import plenum.engine.Shortage;
import plenum.engine.StreamName;
import plenum.engine.estimate.Rank;
import plenum.engine.forward.Kind;
import plenum.engine.forward.PlayerOutput;
import plenum.engine.rtcp.FullIntraRequest;
import plenum.engine.rtcp.Nack;
import plenum.engine.rtcp.PictureLossIndication;
import plenum.engine.rtcp.Rtcp;

/** A session that receives many streams, each in a slot of its own or two. */
final class ReceiverRole implements SessionRole {

  /** A browser on a bad network sends as much for each of them. */
  private static final int RTCP_OF_A_SLOT = 50;

  /** What comes above it does nobody any good. */
  private static final int MOST_RTCP = 600;

  private final Session session;
  private final LiveStreams streams;
  private final EngineEvents events;
  private final List<Slot> pictures;
  private final List<Slot> sounds;
  private final List<Slot> slots;
  private final SoundChoice choice;
  private final PlayerPath path;
  private final KeyFrameWishes wishes = new KeyFrameWishes();
  private final Map<StreamName, Played> played = new LinkedHashMap<>();
  private final ShortageNews news;
  private final SmallAmongMany many;
  private Reception wanted = Reception.NOTHING;
  private boolean connected;

  /**
   * @param many when small pictures come with half of their frames
   * @param slots makes them, each a player that sends by what it is given
   */
  ReceiverRole(
      Session session,
      LiveStreams streams,
      Links links,
      EngineEvents events,
      SmallAmongMany many,
      Function<PlayerOutput, List<Slot>> slots) {
    this.session = session;
    this.streams = streams;
    this.events = events;
    this.many = many;
    this.path = new PlayerPath(session, links);
    this.slots = slots.apply(path);
    this.pictures = this.slots.stream().filter(slot -> slot.kind() == Kind.VIDEO).toList();
    this.sounds = this.slots.stream().filter(slot -> slot.kind() == Kind.AUDIO).toList();
    this.choice = new SoundChoice(sounds.size());
    path.carriesOf(this.slots.stream().flatMap(slot -> slot.player().tracks().stream()).toList());
    this.news = new ShortageNews(now -> events.shortages(session.identity().stream(), now));
  }

  @Override
  public void connected(long nowNanos) {
    connected = true;
    path.connected(nowNanos);
    slots.forEach(slot -> slot.flow(nowNanos));
    played.values().forEach(this::tellPlayed);
  }

  private void tellPlayed(Played one) {
    events.played(one.stream().name(), one.id());
  }

  /** Gives the slots what is wanted now. */
  void assign(Reception now, long nowNanos) {
    wanted = now;
    for (Slot slot : pictures) {
      Optional<StreamName> picture = pictureIn(slot.mid()).map(Reception.Picture::stream);
      if (!picture.equals(slot.stream().map(LiveStream::name))) {
        clear(slot);
      }
    }
    Ranking ranking = new Ranking();
    for (Slot slot : pictures) {
      pictureIn(slot.mid())
          .ifPresent(
              picture -> {
                slot.want(picture.height(), nowNanos);
                slot.player().calm(many.is(picture, wanted));
                carry(slot, ranking.of(picture.priority()));
                put(picture.stream(), slot, nowNanos);
              });
    }
    chooseSounds(nowNanos);
    tellHeard();
    news.again();
  }

  private void carry(Slot slot, Rank rank) {
    slot.player().tracks().forEach(track -> path.carry(track, rank));
  }

  private Optional<Reception.Picture> pictureIn(String mid) {
    return Optional.ofNullable(wanted.pictures().get(mid)).filter(picture -> picture.height() > 0);
  }

  private boolean chooseSounds(long nowNanos) {
    boolean others =
        choice.choose(wanted.sounds(), streams::loudness, name -> slotOfPicture(name), nowNanos);
    for (int i = 0; i < sounds.size(); i++) {
      if (!choice.in(i).equals(sounds.get(i).stream().map(LiveStream::name))) {
        clear(sounds.get(i));
      }
    }
    for (int i = 0; i < sounds.size(); i++) {
      Slot slot = sounds.get(i);
      choice
          .in(i)
          .ifPresent(
              stream -> {
                carry(slot, Rank.SPEAKER);
                put(stream, slot, nowNanos);
              });
    }
    return others;
  }

  /** The place among the slots for pictures; the one for sound in the same place is in sync. */
  private int slotOfPicture(StreamName name) {
    for (int i = 0; i < pictures.size(); i++) {
      if (pictures.get(i).stream().filter(stream -> stream.name().equals(name)).isPresent()) {
        return i;
      }
    }
    return -1;
  }

  private void tellHeard() {
    Map<String, StreamName> heard = new LinkedHashMap<>();
    sounds.forEach(slot -> slot.stream().ifPresent(stream -> heard.put(slot.mid(), stream.name())));
    events.heard(session.identity().stream(), heard);
  }

  private void put(StreamName name, Slot slot, long nowNanos) {
    if (slot.stream().isPresent()) {
      return;
    }
    slot.player().choosesBy(wishes.of(name, nowNanos));
    Played one = played.get(name);
    if (one == null) {
      one = new Played(streams.obtain(name));
      one.stream().enterReceiver();
      played.put(name, one);
      one.add(slot);
      if (connected) {
        tellPlayed(one);
      }
    } else {
      one.add(slot);
    }
    if (connected) {
      slot.flow(nowNanos);
    }
  }

  private void clear(Slot slot) {
    slot.player().tracks().forEach(path::carryNothing);
    slot.stream()
        .map(stream -> played.get(stream.name()))
        .filter(one -> one.remove(slot))
        .ifPresent(this::stop);
  }

  private void stop(Played one) {
    played.remove(one.stream().name());
    one.stream().leaveReceiver();
    streams.release(one.stream());
    if (connected) {
      events.stopped(one.stream().name(), one.id());
    }
  }

  /**
   * Takes one stream away.
   *
   * @param id by which it is known
   * @return false when it gets none of that id
   */
  boolean kick(String id, long nowNanos) {
    Optional<StreamName> found =
        played.values().stream()
            .filter(one -> one.id().equals(id))
            .map(one -> one.stream().name())
            .findFirst();
    found.ifPresent(name -> assign(wanted.without(name), nowNanos));
    return found.isPresent();
  }

  @Override
  public Worth rtp(byte[] b, int off, int len, long nowNanos) {
    return Worth.VAIN; // It has nothing to send.
  }

  @Override
  public void rtcp(List<Rtcp> packets, long nowNanos) {
    for (Rtcp packet : packets) {
      if (packet instanceof Nack nack) {
        of(nack.media())
            .ifPresent(slot -> retransmit(slot, nack.media(), nack.sequences(), nowNanos));
      } else if (packet instanceof PictureLossIndication loss) {
        keyFrameWanted(loss.media(), nowNanos);
      } else if (packet instanceof FullIntraRequest full) {
        keyFrameWanted(full.media(), nowNanos);
      } else {
        path.told(packet, nowNanos);
      }
    }
  }

  private Optional<Slot> of(int ssrc) {
    return slots.stream().filter(slot -> slot.ssrc() == ssrc).findFirst();
  }

  private static void retransmit(Slot slot, int ssrc, List<Integer> sequences, long nowNanos) {
    slot.stream()
        .ifPresent(stream -> stream.media().retransmit(slot.player(), ssrc, sequences, nowNanos));
  }

  private void keyFrameWanted(int ssrc, long nowNanos) {
    of(ssrc)
        .ifPresent(
            slot ->
                slot.stream()
                    .ifPresent(
                        stream -> stream.media().keyFrameWanted(slot.player(), ssrc, nowNanos)));
  }

  @Override
  public int rtcpPerSecond() {
    int ofAll = RTCP_OF_A_SLOT * slots.size();
    return Math.max(Session.RTCP_PER_SECOND, Math.min(MOST_RTCP, ofAll));
  }

  @Override
  public void tick(long nowNanos) {
    pictures.forEach(slot -> slot.tick(nowNanos));
    if (wanted.sounds().size() > sounds.size() && chooseSounds(nowNanos)) {
      tellHeard();
    }
    if (path.isShort() || news.isWaiting()) {
      news.look(shortages(), nowNanos);
    }
  }

  /** Of each picture; null where it is sent as it is wanted. */
  private Map<StreamName, Shortage> shortages() {
    Map<StreamName, Shortage> all = new HashMap<>();
    for (Slot slot : pictures) {
      slot.stream()
          .ifPresent(
              stream ->
                  all.put(
                      stream.name(),
                      slot.player().tracks().stream()
                          .flatMap(track -> path.shortage(track).stream())
                          .findFirst()
                          .orElse(null)));
    }
    return all;
  }

  @Override
  public void ended() {
    slots.forEach(this::clear);
    path.ended();
  }

  @Override
  public Traffic traffic() {
    long sent = 0;
    long dropped = 0;
    for (Slot slot : slots) {
      sent += slot.player().sentBytes();
      dropped += slot.player().withheldPackets();
    }
    return new Traffic(0, sent, dropped);
  }

  @Override
  public List<ClientStatus> statuses(ClientStatus whole) {
    List<ClientStatus> each = new ArrayList<>();
    for (Played one : played.values()) {
      each.add(
          new ClientStatus(
              one.id(),
              one.stream().name(),
              false,
              whole.viewer(),
              whole.address(),
              whole.connected(),
              whole.since(),
              0,
              one.sentBytes()));
    }
    return each;
  }
}
