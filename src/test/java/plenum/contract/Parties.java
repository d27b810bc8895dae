package plenum.contract;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import plenum.testing.Browsers;
import plenum.testing.PlenumServer;

/** Who takes part in a case; they leave after it. */
final class Parties implements BeforeEachCallback, AfterEachCallback {

  private final PlenumServer server;
  private final Deque<AutoCloseable> present = new ArrayDeque<>();
  private Browsers browsers;

  Parties(PlenumServer server) {
    this.server = server;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    browsers = Browsers.running();
  }

  /** Somebody in a new room. */
  Seat seat() {
    return welcome(Seat.inNewRoom(server));
  }

  /** Another person in that room. */
  Seat besides(Seat other) {
    return welcome(other.neighbour(server));
  }

  /** A browser. */
  Peer peer() {
    return peerIn(browsers.willing(server));
  }

  /** A page of this process. */
  Peer peerIn(Browser process) {
    return welcome(new Peer(process, server));
  }

  /** A browser process of its own, which the case crashes. */
  Browser process() {
    return browsers.own(server);
  }

  private <T extends AutoCloseable> T welcome(T party) {
    present.push(party);
    return party;
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    while (!present.isEmpty()) {
      try {
        present.pop().close();
      } catch (PlaywrightException crashed) {
        // The case did that.
      }
    }
  }
}
