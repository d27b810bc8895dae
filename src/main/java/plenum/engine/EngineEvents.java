package plenum.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the engine reports, as SRS does by its hooks. Called from the engine's own threads, of
 * several streams at the same time, in order for each; implementations return at once, call no
 * engine, and throw nothing.
 */
public interface EngineEvents {

  /**
   * Media of the stream can flow: the publisher's DTLS handshake is complete. Told again when the
   * publisher sends another codec than was told.
   */
  void published(StreamName stream, String clientId, StreamTracks tracks);

  /**
   * Of a picture that is published in several encodings (RFC 8853) these are needed, by name: the
   * publisher may stop to make the others. Told when it changes.
   *
   * @param names at least one, in the publisher's order
   */
  default void layersWanted(StreamName stream, String clientId, List<String> names) {}

  /**
   * Whether somebody speaks, by the levels that the publisher tells with its sound (RFC 6464). Told
   * when the first of them comes and when it changes; never of who tells none.
   */
  default void speaking(StreamName stream, String clientId, boolean speaks) {}

  /** The publisher left, was kicked, or vanished. Follows the last {@link #published} of each. */
  void unpublished(StreamName stream, String clientId);

  /** A player's DTLS handshake is complete, or a receiver's that gets the stream. */
  void played(StreamName stream, String clientId);

  /** A player left, was kicked, or vanished. Follows every {@link #played} exactly once. */
  void stopped(StreamName stream, String clientId);

  /**
   * A DTLS handshake is complete.
   *
   * @param took since the peer's first message came
   */
  default void shookHands(Duration took) {}

  /** A DTLS handshake ended without a connection. */
  default void handshakeFailed() {}

  /**
   * Whose sound a receiver gets now.
   *
   * @param receiver the name in its offer
   * @param sounds by the mid of their slots
   */
  default void heard(StreamName receiver, Map<String, StreamName> sounds) {}

  /**
   * Which pictures a receiver is not sent as it wants them, for something is too narrow; told when
   * that has been otherwise than before for some time, and where there are some after each {@link
   * MediaEngine#assign}.
   *
   * @param receiver the name in its offer
   * @param pictures by stream; those that are not in it are sent as they are wanted
   */
  default void shortages(StreamName receiver, Map<StreamName, Shortage> pictures) {}
}
