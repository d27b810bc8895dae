package plenum.media.embedded;

import plenum.engine.StreamName;
import plenum.media.StreamId;

/** The same name, on both sides of the seam. */
final class EngineNames {

  private EngineNames() {}

  static StreamId streamId(StreamName name) {
    return new StreamId(name.app(), name.stream());
  }

  static StreamName streamName(StreamId id) {
    return new StreamName(id.app(), id.name());
  }
}
