package plenum.engine.session;

import plenum.engine.EngineEvents;
import plenum.engine.EngineSettings;
import plenum.engine.MediaEngine;

/** Starts the engine of this JVM: the one class of this package that others need to know. */
public final class EmbeddedEngine {

  private EmbeddedEngine() {}

  /**
   * Binds the media port, generates the engine's certificate and begins to serve.
   *
   * @param events is told what happens to streams and sessions
   * @return a running engine, to be closed
   * @throws java.io.UncheckedIOException when the port cannot be bound; the message says which and
   *     what to do
   */
  public static MediaEngine start(EngineSettings settings, EngineEvents events) {
    return new Loops(settings, events);
  }
}
