package plenum.media.node;

import java.util.List;
import java.util.Map;
import plenum.media.OnAir;
import plenum.media.Shortage;
import plenum.media.StreamId;

/**
 * Where nodes report what happened, as SRS does by its hooks. Returns at once and throws nothing;
 * calls about one stream come in the order of the facts.
 */
public interface NodeReports {

  /** Media of the stream can flow; told again when its codec turns out to be another one. */
  void published(OnAir onAir, String clientId);

  /**
   * Of a picture that comes in several encodings these are needed, by name; told when it changes.
   */
  default void layersWanted(StreamId stream, String clientId, List<String> layers) {}

  /** Whether somebody speaks in it, where the node hears that; told when it changes. */
  default void speaking(StreamId stream, String clientId, boolean speaks) {}

  /** The publisher left, was kicked, or vanished. */
  void unpublished(StreamId stream, String clientId);

  /**
   * Whose sound a connection gets that receives many streams.
   *
   * @param receiver its name
   * @param sounds by the names of their slots
   */
  default void heard(StreamId receiver, Map<String, StreamId> sounds) {}

  /**
   * Which pictures a connection that receives many streams is not sent as it wants them.
   *
   * @param receiver its name
   * @param pictures by stream; the others are sent as they are wanted
   */
  default void shortages(StreamId receiver, Map<StreamId, Shortage> pictures) {}
}
