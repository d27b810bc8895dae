package plenum.engine.forward;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import plenum.engine.rtcp.Rtcp;
import plenum.engine.rtcp.SenderReport;
import plenum.engine.rtp.Rtp;

/** One track towards one player: the same SSRC and one timeline for as long as the player stays. */
public final class PlayerTrack {

  private final TrackId id;
  private final int ssrc;
  private final PayloadTypes payloadTypes;
  private final Timeline timeline = new Timeline();
  private RetransmissionBudget budget;
  private SourceTrack source;

  /** The player's payload types by the source's. */
  private final byte[] types = new byte[128];

  private boolean followed;
  private long packets;
  private long octets;
  private long withheld;

  /**
   * A track that has been sent nothing yet.
   *
   * @param id what it plays of whoever publishes
   * @param ssrc what the player knows it by
   */
  public PlayerTrack(TrackId id, int ssrc, PayloadTypes payloadTypes) {
    this.id = id;
    this.ssrc = ssrc;
    this.payloadTypes = payloadTypes;
  }

  boolean isVideo() {
    return id.kind() == Kind.VIDEO;
  }

  /**
   * Whether it is sent what comes of that track. A source that sends one picture in several layers
   * would have a track for each, and here would be chosen among them: {@link #forward} goes on from
   * one to another without a gap.
   */
  boolean plays(SourceTrack of) {
    return id.equals(of.id());
  }

  int ssrc() {
    return ssrc;
  }

  /** Packets that the player was not sent because it did not offer their codec. */
  long withheld() {
    return withheld;
  }

  /**
   * Sends a packet as this player's.
   *
   * @return its length, 0 if this player does not get it
   */
  int forward(SourceTrack from, int slot, long nowNanos, PlayerOutput output) {
    PacketCache cache = from.cache();
    if (source != from) {
      begin(from);
    }
    if (type(slot) == PayloadTypes.NONE) {
      followed = false;
      withheld++;
      return 0;
    }
    follow(slot, nowNanos);
    long sequence = cache.sequence(slot);
    if (!timeline.covers(sequence)) {
      return 0;
    }
    send(cache, slot, output);
    int length = cache.length(slot);
    packets++;
    octets += length - Rtp.headerLength(cache.bytes(), cache.offset(slot), length);
    timeline.sent(timeline.sequence(sequence), timeline.timestamp(cache.timestamp(slot)), nowNanos);
    return length;
  }

  /** Whether it has been sent packets of this track, and of no other since. */
  boolean follows(SourceTrack from) {
    return source == from && followed;
  }

  private void begin(SourceTrack from) {
    source = from;
    followed = false;
    Arrays.fill(types, (byte) PayloadTypes.NONE);
    for (SourceCodec codec : from.codecs()) {
      types[codec.payloadType()] = (byte) payloadTypes.of(codec);
    }
  }

  /** The player's payload type for a packet of the source. */
  private int type(int slot) {
    return types[source.cache().payloadType(slot)];
  }

  /**
   * Goes on where it stopped: with the first packet of a source, and with the first one after some
   * that the player could not decode; it misses none of these then and asks for none.
   */
  private void follow(int slot, long nowNanos) {
    if (!followed) {
      PacketCache cache = source.cache();
      timeline.follow(cache.sequence(slot), cache.timestamp(slot), source.clockRate(), nowNanos);
      followed = true;
    }
  }

  /** Rewrites the header where it lies: every player sets the same four fields. */
  private void send(PacketCache cache, int slot, PlayerOutput output) {
    byte[] b = cache.bytes();
    int off = cache.offset(slot);
    Rtp.setPayloadType(b, off, type(slot));
    Rtp.setSequence(b, off, (int) timeline.sequence(cache.sequence(slot)));
    Rtp.setTimestamp(b, off, timeline.timestamp(cache.timestamp(slot)));
    Rtp.setSsrc(b, off, ssrc);
    output.rtp(b, off, cache.length(slot));
  }

  /**
   * Sends packets again that the player missed, as far as they are kept and its budget allows.
   *
   * @return the bytes sent
   */
  int retransmit(List<Integer> sequences, long nowNanos, PlayerOutput output) {
    if (!followed) {
      return 0;
    }
    if (budget == null) {
      budget = new RetransmissionBudget(nowNanos);
    }
    PacketCache cache = source.cache();
    int bytes = 0;
    for (int sequence : sequences) {
      int slot = cache.find(timeline.sourceSequence(sequence));
      boolean wasSent = slot != PacketCache.NONE && timeline.covers(cache.sequence(slot));
      if (wasSent && type(slot) != PayloadTypes.NONE && budget.take(sequence, nowNanos)) {
        send(cache, slot, output);
        bytes += cache.length(slot);
      }
    }
    return bytes;
  }

  /** The publisher's report in this player's timestamps; empty if it tells the player nothing. */
  Optional<Rtcp> report(SourceTrack from) {
    return follows(from) ? from.lastReport().map(this::translate) : Optional.empty();
  }

  private Rtcp translate(SenderReport report) {
    int timestamp = timeline.timestamp(report.rtpTimestamp());
    return new SenderReport(ssrc, report.ntp(), timestamp, packets, octets, List.of());
  }
}
