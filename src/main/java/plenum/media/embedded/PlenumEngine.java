package plenum.media.embedded;

import plenum.engine.EngineEvents;
import plenum.engine.EngineSettings;
import plenum.engine.MediaEngine;

/** Plenum's own engine. */
final class PlenumEngine implements EngineStarter {

  @Override
  public MediaEngine start(EngineSettings settings, EngineEvents events) {
    throw new UnsupportedOperationException("the media engine is not part of this build yet");
  }
}
