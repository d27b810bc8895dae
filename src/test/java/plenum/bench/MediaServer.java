package plenum.bench;

import java.io.IOException;
import java.net.URI;

/** A media server in a process of its own, which peers reach by WHIP and WHEP on loopback. */
interface MediaServer extends AutoCloseable {

  /** Where the doors are, without a slash at the end. */
  URI origin();

  MeasuredProcess process();

  @Override
  void close() throws IOException;

  /** Starts one. */
  interface Kind {
    MediaServer start() throws IOException, InterruptedException;
  }
}
