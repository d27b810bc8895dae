package plenum.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plenum.testing.Coturn;
import plenum.testing.FirewalledNetwork;
import plenum.testing.PlenumServer;

/**
 * A server, Ada in a room on the same machine, and a network with walls, from which others come.
 */
final class Walls implements AutoCloseable {

  private static final int LINES = 180;
  private static final int WARM_UP = 3;
  private static final double PATIENCE_SECONDS = 40;

  /** Browsers write their statistics anew 20 times a second. */
  private static final long PAUSE_MILLIS = 50;

  private final FirewalledNetwork network = FirewalledNetwork.open();
  private final Optional<Coturn> relay;
  private final PlenumServer server;
  private final BenchBrowser outside;
  private final BenchBrowser inside;
  private final URI room;
  private final Page ada;
  private int number;

  /**
   * @param relayed with a TURN server, too, where there can be one
   */
  Walls(boolean relayed) throws InterruptedException {
    relay =
        relayed && Coturn.missing().isEmpty()
            ? Optional.of(new Coturn(network.server()))
            : Optional.empty();
    Map<String, String> settings = new HashMap<>(relay.map(Coturn::settings).orElse(Map.of()));
    server = PlenumServer.start(settings);
    outside = new BenchBrowser();
    inside = new BenchBrowser(network, server);
    room = outside.newRoom(server.url("/"), "Walls");
    BrowserContext person = outside.person(server.url("/"), "Ada");
    person.addInitScript(Sight.KEEP_PEERS);
    ada = outside.enter(person, room, LINES);
    warmUp();
  }

  private void warmUp() throws InterruptedException {
    for (int i = 0; i < WARM_UP; i++) {
      try (Guest guest = new Guest(site())) {
        guest.seconds();
      }
    }
  }

  FirewalledNetwork network() {
    return network;
  }

  boolean hasRelay() {
    return relay.isPresent();
  }

  String browser() {
    return inside.version();
  }

  int http() {
    return server.port();
  }

  int media() {
    return server.mediaPort();
  }

  URI site() {
    return network.site(server);
  }

  URI site6() {
    return network.site6(server);
  }

  /** Something that may take a moment. */
  interface Act {
    void happen() throws InterruptedException;
  }

  /** Somebody who has come from behind the walls. */
  final class Guest implements AutoCloseable {

    private final BrowserContext context;
    private final double seconds;
    private final List<Sight> sights;

    /** Comes by that address, and waits until the two see each other. */
    Guest(URI site) throws InterruptedException {
      String name = "Guest " + ++number;
      context = inside.person(site, name);
      context.addInitScript(Sight.KEEP_PEERS);
      context.addInitScript(
          "localStorage.setItem('plenum.devices', '{\"resolution\":" + LINES + "}')");
      Page page = context.newPage();
      sights = List.of(new Sight(page, "Ada"), new Sight(ada, name));
      long begin = System.nanoTime();
      page.navigate(site.resolve("/room?" + room.getQuery()).toString());
      while (!sights.stream().allMatch(Sight::hasPictures)
          && System.nanoTime() - begin < PATIENCE_SECONDS * 1e9) {
        sights.forEach(Sight::look);
        Thread.sleep(PAUSE_MILLIS);
      }
      seconds = (System.nanoTime() - begin) / 1e9;
    }

    /** From the opening of the page until both had a picture of the other. */
    double seconds() {
      return seconds;
    }

    String way() {
      return sights.get(0).way();
    }

    /**
     * The longest time for which one of the two had no new picture of the other.
     *
     * @param act what makes them lose each other
     */
    double longestStop(Act act, double watchSeconds) throws InterruptedException {
      sights.forEach(Sight::forget);
      act.happen();
      long end = System.nanoTime() + (long) (watchSeconds * 1e9);
      while (System.nanoTime() < end) {
        sights.forEach(Sight::look);
        Thread.sleep(PAUSE_MILLIS);
      }
      return sights.stream().mapToDouble(Sight::longestSeconds).max().orElseThrow();
    }

    /** The part of so many seconds for which a picture stood still, the worse one of the two. */
    double stopped(double watchSeconds) throws InterruptedException {
      double[] before = sights.stream().mapToDouble(Sight::stoppedSeconds).toArray();
      long begin = System.nanoTime();
      Thread.sleep((long) (watchSeconds * 1000));
      double[] after = sights.stream().mapToDouble(Sight::stoppedSeconds).toArray();
      double watched = (System.nanoTime() - begin) / 1e9;
      return Math.max(after[0] - before[0], after[1] - before[1]) / watched;
    }

    @Override
    public void close() {
      context.close();
    }
  }

  @Override
  public void close() {
    inside.close();
    outside.close();
    server.stop();
    relay.ifPresent(Coturn::close);
    network.close();
  }
}
