package plenum.media.embedded;

import plenum.engine.EngineEvents;
import plenum.engine.EngineSettings;
import plenum.engine.MediaEngine;

/** Starts an engine; tests start another one than the application. */
@FunctionalInterface
interface EngineStarter {

  /**
   * @throws Exception when it cannot start, {@link java.net.BindException} among the causes when
   *     the port is taken
   */
  MediaEngine start(EngineSettings settings, EngineEvents events) throws Exception;
}
