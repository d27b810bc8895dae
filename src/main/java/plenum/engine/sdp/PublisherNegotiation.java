package plenum.engine.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers a publisher (WHIP, RFC 9725): every codec that passes, in the offer's order, {@code
 * recvonly}, each with the payload type as which its packets are sent again (RFC 4588), if it has
 * one. Which of the codecs it sends, its packets tell. A picture may come in several encodings at
 * the same time (simulcast, RFC 8853).
 */
public final class PublisherNegotiation {

  /**
   * Where a browser's estimate of the bandwidth begins. Left to itself it begins with 300 kbit/s,
   * and when its first probes fail, as they do on a busy machine, needs half a minute to a good
   * picture. Any intranet carries this; where it does not, the feedback says so within a second.
   * Browsers that do not know the parameter ignore it.
   */
  private static final String START_BITRATE = "x-google-start-bitrate";

  private static final long START_KBITS = 1200;

  /**
   * Of a picture in several sizes, or browsers leave the largest out until the estimate has grown.
   */
  private static final long START_KBITS_OF_LAYERS = 1800;

  /** More sizes of one picture at the same time serve nobody; the offer's first are taken. */
  private static final int MAX_LAYERS = 4;

  private static final Set<String> FEEDBACK = Set.of("nack", "nack pli", "ccm fir");
  private static final Set<String> WITH_TRANSPORT_FEEDBACK =
      Set.of("nack", "nack pli", "ccm fir", HeaderIds.TRANSPORT_FEEDBACK);

  private PublisherNegotiation() {}

  /**
   * The answer to a publisher's offer.
   *
   * @param maxBitrate that the publisher may send its video with, in bits per second
   * @throws MalformedSdp if the offer lacks what a session needs, or does not send
   * @throws NoCommonCodec if nothing of a section that is in use passes
   * @throws UnsupportedOffer if a section that is in use cannot be served for another reason
   */
  public static PublisherAgreement negotiate(
      SessionDescription offer, LocalTransport local, long maxBitrate) {
    Selection selected =
        Offer.select(
            offer,
            Direction.RECVONLY,
            Setup.PASSIVE,
            MostSections.A_STREAM,
            PassedCodecs::received);
    RemoteTransport remote = selected.remote();
    AnswerWriter answer = new AnswerWriter(selected, local);
    List<PublishedTrack> tracks = new ArrayList<>();
    for (MediaDescription media : offer.media()) {
      if (selected.uses(media)) {
        PublishedTrack track = track(media, selected.of(media));
        tracks.add(track);
        accept(answer, media, track, maxBitrate);
      } else {
        answer.refuse(media);
      }
    }
    requireDistinct(tracks);
    return new PublisherAgreement(
        answer.toString(), remote.iceUfrag(), remote.fingerprints(), remote.dtlsClient(), tracks);
  }

  /** RFC 9143 section 9.2: of which of two sections a packet is must be told somehow. */
  private static void requireDistinct(List<PublishedTrack> tracks) {
    for (int i = 1; i < tracks.size(); i++) {
      TrackMarks marks = tracks.get(i).marks();
      TrackMarks before = tracks.get(i - 1).marks();
      boolean told =
          marks.ssrc() != 0 && before.ssrc() != 0
              || marks.headers().mid() > 0 && before.headers().mid() > 0;
      Set<Integer> types = types(tracks.get(i - 1));
      if (!told && types(tracks.get(i)).stream().anyMatch(types::contains)) {
        throw new MalformedSdp(
            "The offer has one payload type for two codecs, and neither a=ssrc nor the header"
                + " extension of a=mid tells their packets apart.");
      }
    }
  }

  private static Set<Integer> types(PublishedTrack track) {
    return track.codecs().stream().map(Codec::payloadType).collect(Collectors.toSet());
  }

  private static PublishedTrack track(MediaDescription media, List<Codec> codecs) {
    TrackMarks marks = TrackMarks.received(media, codecs);
    Set<String> known = marks.withTransportSequence() ? WITH_TRANSPORT_FEEDBACK : FEEDBACK;
    List<Codec> agreed = codecs.stream().map(codec -> codec.keepFeedback(known)).toList();
    List<String> layers = marks.headers().rid() > 0 ? media.layers() : List.of();
    return new PublishedTrack(
        media.kind(),
        agreed,
        marks,
        repairs(media, agreed, marks, layers),
        layers.stream().limit(MAX_LAYERS).toList());
  }

  /** Where nothing tells of which encoding a packet is sent again, it comes as it was. */
  private static Map<Integer, Codec> repairs(
      MediaDescription media, List<Codec> agreed, TrackMarks marks, List<String> layers) {
    boolean told = layers.isEmpty() || marks.headers().repairedRid() > 0;
    return told && media.kind().equals("video") ? RepairCodecs.of(media, agreed) : Map.of();
  }

  private static void accept(
      AnswerWriter answer, MediaDescription media, PublishedTrack track, long maxBitrate) {
    boolean video = media.kind().equals("video");
    List<String> bandwidth =
        video ? List.of("b=AS:" + maxBitrate / 1000, "b=TIAS:" + maxBitrate) : List.of();
    List<Codec> codecs =
        video
            ? track.codecs().stream()
                .flatMap(codec -> withRepair(track, codec, start(track, maxBitrate)))
                .toList()
            : track.codecs();
    List<String> more = new ArrayList<>(track.marks().headers().lines(media, Direction.RECVONLY));
    if (media.mixedExtensions() && track.marks().headers().dependency() > 0) {
      more.add("a=extmap-allow-mixed"); // It may be longer than the short form has room for.
    }
    if (!track.layers().isEmpty()) {
      track.layers().forEach(name -> more.add("a=rid:" + name + " recv"));
      more.add("a=simulcast:recv " + String.join(";", track.layers()));
    }
    answer.accept(media, Direction.RECVONLY, codecs, bandwidth, more);
  }

  private static Stream<Codec> withRepair(PublishedTrack track, Codec codec, long kbits) {
    return Stream.concat(
        Stream.of(starting(codec, kbits)),
        Stream.ofNullable(track.repairs().get(codec.payloadType())));
  }

  /** The codec with the hint; it is for the sender alone and no parameter of the stream. */
  private static Codec starting(Codec codec, long kbits) {
    return codec.withParameter(START_BITRATE, kbits);
  }

  private static long start(PublishedTrack track, long maxBitrate) {
    long kbits = track.layers().isEmpty() ? START_KBITS : START_KBITS_OF_LAYERS;
    return Math.min(kbits, maxBitrate / 1000);
  }
}
