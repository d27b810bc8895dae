package plenum.media.embedded;

import plenum.engine.EngineEvents;
import plenum.engine.EngineSettings;
import plenum.engine.MediaEngine;

/** Starts an engine; tests start another one than the application. */
@FunctionalInterface
interface EngineStarter {

  /**
   * @throws java.io.UncheckedIOException when the port cannot be bound; the message says which and
   *     what to do
   */
  MediaEngine start(EngineSettings settings, EngineEvents events);
}
