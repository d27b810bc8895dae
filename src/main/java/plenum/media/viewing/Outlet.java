package plenum.media.viewing;

import java.io.IOException;
import java.util.Map;
import plenum.text.Texts;

/** The client's side of an answer. Called by one thread at a time. */
interface Outlet {

  /** In whose language a refusal is told. */
  Texts reader();

  /**
   * Sends status and headers. From now on {@code ready} is run whenever {@link #isReady} turned
   * true after it was false, and {@code gone} when the client is gone.
   */
  void begin(int status, Map<String, String> headers, Runnable ready, Runnable gone);

  /** Whether something may be written now; otherwise {@code ready} will be run. */
  boolean isReady();

  /** Only when ready. */
  void write(byte[] bytes) throws IOException;

  /** Only when ready. */
  void flush() throws IOException;

  /** Ends the answer; does nothing when it is ended. By any thread. */
  void end();
}
