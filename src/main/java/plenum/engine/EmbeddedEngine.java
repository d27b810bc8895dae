package plenum.engine;

import plenum.engine.session.Sfu;

/** Starts the engine of this JVM. */
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
    return new Sfu(settings, events);
  }
}
