package plenum.contract;

import java.time.Duration;
import java.util.Set;

/**
 * How what carries the media may differ where a client can see it. Everything else is the same for
 * all of them. The reasons are in docs/media.md, "SRS as the media node".
 *
 * @param pictures the codecs of which one must be in an offer with a picture
 * @param preferred the one that Chromium sends when it offers all that it has
 * @param agreesToAllCodecs whether a publisher may send each codec of its offer that passes
 * @param takesSurplus whether a player may offer a section for what the stream does not have
 * @param restartsIce whether a session can go on under other ICE names
 * @param vanishedAfter the least time from a peer's last sign of life to the end of its session
 * @param vanishedBefore the longest, as documented
 * @param listsAge how old the lists of the management API may be
 */
record Differences(
    Set<String> pictures,
    String preferred,
    boolean agreesToAllCodecs,
    boolean takesSurplus,
    boolean restartsIce,
    Duration vanishedAfter,
    Duration vanishedBefore,
    Duration listsAge) {

  /** The engine's limits, shorter than the defaults, which would only cost the tests time. */
  static final Duration SILENCE = Duration.ofSeconds(5);

  static final Duration CONNECTING = Duration.ofSeconds(8);

  static final Differences OF_THE_ENGINE =
      new Differences(
          Set.of("H264", "VP8", "VP9", "AV1"),
          "VP8",
          true,
          true,
          true,
          SILENCE.minusSeconds(1),
          CONNECTING.plusSeconds(2),
          Duration.ZERO);

  /** Times of an SRS with the {@code stun_timeout} of srs-conf, or with its own default. */
  static final Differences OF_SRS =
      new Differences(
          Set.of("H264", "AV1"),
          "H264",
          false,
          false,
          false,
          Duration.ofSeconds(29),
          Duration.ofSeconds(41),
          Duration.ofSeconds(4));
}
