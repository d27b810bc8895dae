package plenum.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import plenum.testing.Coturn;
import plenum.testing.FirewalledNetwork;
import plenum.testing.PoorLink;

/**
 * After how many seconds two people see each other when one is behind a firewall of some kind, and
 * for how long they do not when one closes while they meet. Each figure is what a person notices:
 * pages and signalling included.
 */
public final class WallsBenchmark {

  private static final int ROUNDS = Integer.getInteger("plenum.bench.walls", 5);

  /** Whoever lost the way is back by then, or has to be told. */
  private static final double WATCHED = 18;

  private static final String NO_UDP = "meta l4proto udp drop";

  private WallsBenchmark() {}

  /** One figure of one round. */
  private interface Round {
    double seconds(Set<String> ways) throws InterruptedException;
  }

  private static boolean cannot() {
    Optional<String> missing = FirewalledNetwork.missing().or(PoorLink::missing);
    missing.ifPresent(System.out::println);
    return missing.isPresent();
  }

  /** Entering a room. */
  static void entering() throws IOException, InterruptedException {
    if (cannot()) {
      return;
    }
    MachineLoad.awaitQuiet();
    try (Walls walls = new Walls(true)) {
      head(walls, "seconds until both see each other");
      enter(walls, "nothing", walls.site());
      enter(walls, "UDP", walls.site(), NO_UDP);
      enter(walls, "all but http and one TCP port", walls.site(), NO_UDP, allBut(walls));
      if (walls.hasRelay()) {
        enter(walls, "all but http and TURN by TCP", walls.site(), NO_UDP, noMedia(walls, "tcp"));
      }
      walls.network().mtu(1280);
      enter(walls, "MTU 1280", walls.site());
      enter(walls, "MTU 1280, UDP", walls.site(), NO_UDP);
      walls.network().mtu(1500);
      String no4 = "meta nfproto ipv4 drop";
      enter(walls, "IPv4", walls.site6(), no4);
      enter(walls, "IPv4, UDP", walls.site6(), no4, "udp dport " + walls.media() + " drop");
    }
  }

  /** Entering across a link that is long and loses packets, and how pictures move there. */
  static void far() throws IOException, InterruptedException {
    if (cannot()) {
      return;
    }
    MachineLoad.awaitQuiet();
    try (Walls walls = new Walls(false);
        PoorLink link = walls.network().poorly(Duration.ofMillis(100), 0.05, 1)) {
      head(walls, "seconds until both see each other");
      enter(walls, "200 ms, 5 % loss", walls.site());
      enter(walls, "200 ms, 5 % loss, UDP", walls.site(), NO_UDP);
      head(walls, "pictures stand still, in % of 18 s");
      stops(walls, "200 ms, 5 % loss, at the beginning", 0);
      stops(walls, "200 ms, 5 % loss, later", WATCHED);
      stops(walls, "200 ms, 5 % loss, UDP", 0, NO_UDP);
    }
  }

  /** A way that closes in the middle of a meeting. */
  static void falling() throws IOException, InterruptedException {
    if (cannot()) {
      return;
    }
    MachineLoad.awaitQuiet();
    try (Walls walls = new Walls(false)) {
      head(walls, "longest time without a new picture, s");
      String udp = "udp " + walls.media();
      fall(walls, "UDP, 2 s after the beginning", 2, udp);
      reset(walls);
      fall(walls, "UDP, 15 s after the beginning", 15, udp);
    }
    if (Coturn.missing().isPresent()) {
      return;
    }
    try (Walls walls = new Walls(true)) {
      fall(walls, "both, TURN is left", 15, "udp " + walls.media(), "tcp " + walls.media());
    }
  }

  private static String allBut(Walls walls) {
    return "tcp dport != { " + walls.http() + ", " + walls.media() + " } drop";
  }

  private static String noMedia(Walls walls, String protocol) {
    return protocol + " dport " + walls.media() + " drop";
  }

  private static void enter(Walls walls, String blocked, URI site, String... rules)
      throws InterruptedException {
    walls.network().allowBut(rules);
    measure(
        blocked,
        ways -> {
          try (Walls.Guest guest = walls.new Guest(site)) {
            ways.add(guest.way());
            return guest.seconds();
          }
        });
  }

  /** Of the time, after so many seconds. */
  private static void stops(Walls walls, String what, double after, String... rules)
      throws InterruptedException {
    walls.network().allowBut(rules);
    measure(
        what,
        ways -> {
          try (Walls.Guest guest = walls.new Guest(walls.site())) {
            Thread.sleep((long) (after * 1000));
            ways.add(guest.way());
            return 100 * guest.stopped(WATCHED);
          }
        });
  }

  private static void fall(Walls walls, String lost, int after, String... ports)
      throws InterruptedException {
    walls.network().allowBut();
    measure(
        lost,
        ways -> {
          walls.network().find();
          try (Walls.Guest guest = walls.new Guest(walls.site())) {
            Thread.sleep(after * 1000L);
            double stop = guest.longestStop(() -> walls.network().lose(ports), WATCHED);
            ways.add(guest.way());
            return stop;
          }
        });
    walls.network().find();
  }

  private static void reset(Walls walls) throws InterruptedException {
    measure(
        "the TCP connection is reset",
        ways -> {
          walls.network().allowBut(NO_UDP);
          try (Walls.Guest guest = walls.new Guest(walls.site())) {
            Thread.sleep(2000);
            double stop = guest.longestStop(() -> reset(walls.network(), walls.media()), WATCHED);
            ways.add(guest.way());
            return stop;
          }
        });
  }

  /** Until what was on its way has met the wall. */
  private static void reset(FirewalledNetwork network, int port) throws InterruptedException {
    network.allowBut(NO_UDP, "tcp dport " + port + " reject with tcp reset");
    Thread.sleep(300);
    network.allowBut(NO_UDP);
  }

  private static void head(Walls walls, String what) throws IOException {
    System.out.println(Machine.description() + ", Chromium " + walls.browser());
    System.out.printf("| blocked | %s: median | least | most | way | load |%n", what);
    System.out.println("|---|---|---|---|---|---|");
  }

  private static void measure(String blocked, Round round) throws InterruptedException {
    double[] seconds = new double[ROUNDS];
    Set<String> ways = new TreeSet<>();
    for (int i = 0; i < ROUNDS; i++) {
      seconds[i] = round.seconds(ways);
    }
    Arrays.sort(seconds);
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %.1f | %s | %.1f |%n",
        blocked,
        seconds[ROUNDS / 2],
        seconds[0],
        seconds[ROUNDS - 1],
        String.join(", ", ways),
        MachineLoad.now());
  }
}
