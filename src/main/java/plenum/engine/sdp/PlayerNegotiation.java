package plenum.engine.sdp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntSupplier;

/**
 * Answers a player (WHEP): {@code sendonly} on all that it offers, with every codec that it shares
 * with us, whatever the stream has at the moment. So a publisher that comes later, or returns with
 * another codec, needs no new offer.
 */
public final class PlayerNegotiation {

  /** Who tells when packets came need not tell what follows from it. */
  private static final Set<String> FEEDBACK =
      Set.of("nack", "nack pli", "ccm fir", HeaderIds.RECEIVER_ESTIMATE);

  private static final Set<String> WITH_TRANSPORT_FEEDBACK =
      Set.of("nack", "nack pli", "ccm fir", HeaderIds.TRANSPORT_FEEDBACK);

  private PlayerNegotiation() {}

  /**
   * The answer to a player's offer.
   *
   * @param ssrcs gives a new source for each track that will be sent, and one for its repairs
   * @param cname the canonical name of them all, which lets the player keep them in sync
   * @param msid the media stream's id at the player
   * @param repairs whether lost packets may be sent as those of another source (RTX)
   * @throws MalformedSdp if the offer lacks what a session needs, or does not receive
   * @throws NoCommonCodec if for a section that is in use the player decodes nothing that we pass
   * @throws UnsupportedOffer if a section that is in use cannot be served for another reason
   */
  public static PlayerAgreement negotiate(
      SessionDescription offer,
      LocalTransport local,
      IntSupplier ssrcs,
      String cname,
      String msid,
      boolean repairs) {
    return negotiate(offer, local, MostSections.A_STREAM, ssrcs, cname, tracks -> msid, repairs);
  }

  /**
   * The answer to an offer to receive many streams over one connection: each section is a slot. The
   * first slot for sound and the first for pictures are one media stream at the player, as are the
   * second ones and so on, so that it keeps those in sync.
   *
   * @param most how many slots there may be
   * @param ssrcs gives a new source for each slot, and one for its repairs
   * @param cname the canonical name of them all
   * @throws MalformedSdp also if two slots have the same mid, or one has none
   * @throws NoCommonCodec as for a player
   * @throws UnsupportedOffer also if there are too many slots
   */
  public static PlayerAgreement receive(
      SessionDescription offer,
      LocalTransport local,
      MostSections most,
      IntSupplier ssrcs,
      String cname) {
    Set<String> mids = new HashSet<>();
    for (MediaDescription media : offer.media()) {
      if (media.mid().isEmpty() || !mids.add(media.mid())) {
        throw new MalformedSdp("Each of the offer's sections has to have a mid of its own.");
      }
    }
    return negotiate(offer, local, most, ssrcs, cname, "slot%d"::formatted, true);
  }

  private static PlayerAgreement negotiate(
      SessionDescription offer,
      LocalTransport local,
      MostSections most,
      IntSupplier ssrcs,
      String cname,
      Function<Long, String> msids,
      boolean repairs) {
    // Active: whose handshake is answered has its keys when we have ours: no media comes too early
    // for it.
    Selection selected =
        Offer.select(offer, Direction.SENDONLY, Setup.ACTIVE, most, PassedCodecs::of);
    RemoteTransport remote = selected.remote();
    AnswerWriter answer = new AnswerWriter(selected, local);
    List<PlayedTrack> tracks = new ArrayList<>();
    for (MediaDescription media : offer.media()) {
      if (selected.uses(media)) {
        PlayedTrack track = track(media, ssrcs, selected.of(media), repairs);
        long before = tracks.stream().filter(other -> other.kind().equals(track.kind())).count();
        tracks.add(track);
        String msid = msids.apply(before);
        List<String> more =
            new ArrayList<>(track.marks().headers().lines(media, Direction.SENDONLY));
        more.addAll(track.marks().sourceLines(cname, msid + " " + track.kind()));
        answer.accept(media, Direction.SENDONLY, track.answered(), List.of(), more);
      } else {
        answer.refuse(media);
      }
    }
    return new PlayerAgreement(
        answer.toString(), remote.iceUfrag(), remote.fingerprints(), remote.dtlsClient(), tracks);
  }

  private static PlayedTrack track(
      MediaDescription media, IntSupplier ssrcs, List<Codec> codecs, boolean repaired) {
    boolean video = media.kind().equals("video");
    Map<Integer, Codec> repairs = video && repaired ? RepairCodecs.of(media, codecs) : Map.of();
    int ssrc = ssrcs.getAsInt();
    int repairSsrc = repairs.isEmpty() ? 0 : ssrcs.getAsInt();
    TrackMarks marks = TrackMarks.sent(media, ssrc, repairSsrc, codecs);
    Set<String> known = marks.withTransportSequence() ? WITH_TRANSPORT_FEEDBACK : FEEDBACK;
    List<Codec> agreed = codecs.stream().map(codec -> codec.keepFeedback(known)).toList();
    return new PlayedTrack(media.kind(), marks, agreed, repairs);
  }
}
