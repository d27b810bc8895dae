package plenum.media.embedded;

import plenum.engine.EngineEvents;
import plenum.engine.EngineSettings;
import plenum.engine.MediaEngine;
import plenum.engine.session.EmbeddedEngine;

/** Plenum's own engine. */
final class PlenumEngine implements EngineStarter {

  @Override
  public MediaEngine start(EngineSettings settings, EngineEvents events) {
    return EmbeddedEngine.start(settings, events);
  }
}
