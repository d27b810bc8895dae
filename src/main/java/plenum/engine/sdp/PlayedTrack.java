package plenum.engine.sdp;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A track that a player is ready to receive.
 *
 * @param kind {@code audio} or {@code video}
 * @param marks what we send it as
 * @param codecs all that both sides know, with the player's payload types and agreed feedback
 * @param repairs with which payload type packets are sent again, by the payload type that they had;
 *     what is not in it is sent again as it was
 */
public record PlayedTrack(
    String kind, TrackMarks marks, List<Codec> codecs, Map<Integer, Codec> repairs) {

  public PlayedTrack {
    codecs = List.copyOf(codecs);
    repairs = Map.copyOf(repairs);
  }

  /** All codecs of the answer, each with its repairs behind it. */
  List<Codec> answered() {
    return codecs.stream()
        .flatMap(
            codec -> Stream.of(codec, repairs.get(codec.payloadType())).filter(Objects::nonNull))
        .toList();
  }

  /** The payload type with which packets are sent again; empty if that is their own. */
  public OptionalInt repairType(int payloadType) {
    Codec repair = repairs.get(payloadType);
    return repair == null ? OptionalInt.empty() : OptionalInt.of(repair.payloadType());
  }

  /**
   * The player's payload type for a publisher's codec. For H264 that of the same profile, levels
   * apart; else of the nearest to constrained baseline; and of a packetization mode that can be
   * read as the publisher's.
   *
   * @param name the RTP encoding name
   * @param fmtp the publisher's format parameters
   * @return empty if the player cannot decode it
   */
  public OptionalInt payloadType(String name, String fmtp) {
    H264Profile profile = H264Profile.of(fmtp);
    H264Mode mode = H264Mode.of(fmtp);
    return codecs.stream()
        .filter(codec -> codec.name().equalsIgnoreCase(name))
        .filter(codec -> !codec.name().equals("H264") || H264Mode.of(codec.fmtp()).reads(mode))
        .min(Comparator.comparingInt(codec -> H264Profile.of(codec.fmtp()).distance(profile)))
        .map(codec -> OptionalInt.of(codec.payloadType()))
        .orElse(OptionalInt.empty());
  }
}
