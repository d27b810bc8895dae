package plenum.bench;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import plenum.engine.EngineStatus;

/** A media server in a process of its own, which peers reach by WHIP and WHEP on loopback. */
interface MediaServer extends AutoCloseable {

  /** Where the doors are, without a slash at the end. */
  URI origin();

  MeasuredProcess process();

  /** The UDP port of its media. */
  int mediaPort();

  /** What it says that it did; empty when it does not tell. */
  default Optional<EngineStatus> status() throws IOException, InterruptedException {
    return Optional.empty();
  }

  @Override
  void close() throws IOException;

  /** Starts one. */
  interface Kind {
    MediaServer start() throws IOException, InterruptedException;
  }
}
