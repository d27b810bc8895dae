package plenum.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A network of its own (a namespace of Linux) behind one cable to this machine, with a firewall
 * that a test sets: browsers that start there reach this machine by {@link #server} alone. Needs
 * root.
 */
public final class FirewalledNetwork implements AutoCloseable {

  private static final long PATIENCE = 30;
  private static final String CABLE = "pl";

  private final String name;
  private final String server;
  private final String subnet6;
  private final String cable;
  private final Path folder;

  private FirewalledNetwork(String name, String server, String subnet6, String cable, Path folder) {
    this.name = name;
    this.server = server;
    this.subnet6 = subnet6;
    this.cable = cable;
    this.folder = folder;
  }

  /** Why there can be none here, if so. */
  public static Optional<String> missing() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return Optional.of("A network namespace needs root.");
    }
    return Stream.of(List.of("ip", "-V"), List.of("nft", "-v"), List.of("unshare", "-n", "true"))
        .filter(command -> run(command).exit() != 0)
        .findFirst()
        .map(command -> "`" + String.join(" ", command) + "` does not work here.");
  }

  /**
   * Makes one for a test, which is skipped, and says why, where there can be none.
   *
   * @param also why the test cannot run here otherwise, if so
   */
  public static FirewalledNetwork openOrSkip(Class<?> test, Supplier<Optional<String>> also) {
    Optional<String> missing = missing().or(also);
    missing.ifPresent(
        reason -> System.out.println("Skipped: " + test.getSimpleName() + ". " + reason));
    Assumptions.assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
    return open();
  }

  /** Makes one. */
  public static FirewalledNetwork open() {
    long process = ProcessHandle.current().pid();
    String name = "plenum" + process;
    String subnet = "10.213." + process % 250;
    String subnet6 = "fd00:213:" + Long.toHexString(process % 65_536);
    String cable = CABLE + process % 100_000;
    try {
      Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "network-");
      FirewalledNetwork network =
          new FirewalledNetwork(name, subnet + ".1", subnet6, cable, folder);
      must("ip netns add " + name);
      Runtime.getRuntime().addShutdownHook(new Thread(network::close));
      must("ip link add " + cable + "a type veth peer name " + cable + "b netns " + name);
      must("ip addr add " + subnet + ".1/30 dev " + cable + "a");
      must("ip addr add " + subnet6 + "::1/64 dev " + cable + "a nodad");
      must("ip link set " + cable + "a up");
      network.inside("ip addr add " + subnet + ".2/30 dev " + cable + "b");
      network.inside("ip addr add " + subnet6 + "::2/64 dev " + cable + "b nodad");
      network.inside("ip link set " + cable + "b up");
      network.inside("ip link set lo up");
      network.inside("ip route add default via " + subnet + ".1");
      return network;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Whether this is an end of a cable, or of a poor link, that some test has laid just now. */
  static boolean isCable(String networkInterface) {
    return networkInterface.matches("(" + CABLE + "|" + PoorLink.NAME + ")\\d+[ab]");
  }

  /** This machine's address as the network sees it. */
  public String server() {
    return server;
  }

  /** A server's site as the network sees it. */
  public URI site(PlenumServer plenum) {
    return URI.create("http://" + server + ":" + plenum.port() + "/");
  }

  /** The same by IPv6. */
  public URI site6(PlenumServer plenum) {
    return URI.create("http://[" + subnet6 + "::1]:" + plenum.port() + "/");
  }

  /** The longest packet that the cable takes, in bytes. */
  public void mtu(int bytes) {
    must("ip link set " + cable + "a mtu " + bytes);
    inside("ip link set " + cable + "b mtu " + bytes);
  }

  /**
   * Has everything between here and there go by a link on which packets are late and get lost,
   * until that is closed.
   */
  public PoorLink poorly(Duration oneWay, double loss, long seed) {
    PoorLink link = PoorLink.open(name, oneWay, loss, seed);
    must("ip link set " + link.here() + " up");
    inside("ip link set " + link.there() + " up");
    String near = server;
    String far = server.replaceAll("1$", "2");
    must("ip route add " + far + "/32 dev " + link.here() + " src " + near);
    inside("ip route add " + near + "/32 dev " + link.there() + " src " + far);
    must("ip route add " + subnet6 + "::2/128 dev " + link.here() + " src " + subnet6 + "::1");
    inside("ip route add " + subnet6 + "::1/128 dev " + link.there() + " src " + subnet6 + "::2");
    return link;
  }

  /**
   * Lets each direction of the cable carry no more than this, in the words of tbf, such as {@code
   * 3mbit}; what comes faster waits for up to 400 ms, as in a router.
   */
  public void limit(String rate) {
    limit(cable + "a", cable + "b", rate);
  }

  /** The same for a poor link. */
  public void limit(PoorLink link, String rate) {
    limit(link.here(), link.there(), rate);
  }

  private void limit(String here, String there, String rate) {
    String how = " root tbf rate " + rate + " burst 16kb latency 400ms";
    must("tc qdisc replace dev " + here + how);
    inside("tc qdisc replace dev " + there + how);
  }

  /** Bytes that wait at this moment to go over the limited cable into the network. */
  public long waiting() {
    return waiting(cable + "a");
  }

  /** The same for a poor link. */
  public long waiting(PoorLink link) {
    return waiting(link.here());
  }

  /** In the words of tc: {@code backlog 12Kb 9p}. */
  private static long waiting(String here) {
    return Pattern.compile("backlog (\\d+)(K?)b")
        .matcher(must("tc -s qdisc show dev " + here))
        .results()
        .mapToLong(found -> Long.parseLong(found.group(1)) * (found.group(2).isEmpty() ? 1 : 1024))
        .max()
        .orElse(0);
  }

  /** Bytes that went so far from this machine into the network, and back. */
  public long[] carried() {
    return new long[] {statistic("tx_bytes"), statistic("rx_bytes")};
  }

  /** Packets that {@link #limit} dropped so far, in both directions. */
  public long dropped() {
    String both =
        must("tc -s qdisc show dev " + cable + "a") + inside("tc -s qdisc show dev " + cable + "b");
    return Pattern.compile("dropped (\\d+)")
        .matcher(both)
        .results()
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .sum();
  }

  private long statistic(String name) {
    try {
      Path file = Path.of("/sys/class/net", cable + "a", "statistics", name);
      return Long.parseLong(Files.readString(file).strip());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * Lets everything out but for these rules, in the words of nft, such as {@code udp dport 8000
   * drop}.
   */
  public void allowBut(String... exceptions) {
    List<String> rules = new ArrayList<>();
    rules.add("table inet plenum");
    rules.add("delete table inet plenum");
    rules.add("add table inet plenum");
    rules.add("add chain inet plenum out { type filter hook output priority 0; }");
    Stream.of(exceptions).forEach(rule -> rules.add("add rule inet plenum out " + rule));
    inside("nft -f " + file("rules", rules));
  }

  /**
   * Has the cable lose everything between there and these ports of this machine, in both directions
   * and without a word. ({@link #allowBut} stops only what goes out, and lets the sender know.)
   *
   * @param ports such as {@code udp 8000}
   */
  public void lose(String... ports) {
    List<String> here = table("lost" + cable);
    List<String> there = table("lost");
    for (String port : ports) {
      String[] words = port.split(" ");
      String from = "iifname " + cable;
      here.add(
          "add rule inet lost"
              + cable
              + " in "
              + from
              + "a "
              + words[0]
              + " dport "
              + words[1]
              + " drop");
      there.add("add rule inet lost in " + from + "b " + words[0] + " sport " + words[1] + " drop");
    }
    must("nft -f " + file("lost-here", here));
    inside("nft -f " + file("lost-there", there));
  }

  /** What {@link #lose} lost passes again. */
  public void find() {
    lose();
  }

  /** An empty one, with a chain for what comes in. */
  private static List<String> table(String name) {
    return new ArrayList<>(
        List.of(
            "table inet " + name,
            "delete table inet " + name,
            "add table inet " + name,
            "add chain inet " + name + " in { type filter hook prerouting priority -300; }"));
  }

  private Path file(String name, List<String> lines) {
    try {
      return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** A browser there, to which this server's site is a secure one; whoever starts it ends it. */
  public Browser launch(Playwright playwright, PlenumServer plenum) {
    return launch(playwright, List.of(site(plenum), site6(plenum)), List.of());
  }

  /** The same for sites of any server, with more arguments. */
  public Browser launch(Playwright playwright, List<URI> sites, List<String> more) {
    String origins =
        sites.stream()
            .map(site -> site.toString().replaceAll("/$", ""))
            .collect(Collectors.joining(","));
    List<String> arguments = new ArrayList<>(more);
    arguments.add("--unsafely-treat-insecure-origin-as-secure=" + origins);
    return Chromium.launchBy(playwright, this::starter, arguments);
  }

  private Path starter(Path browser) {
    String script = "#!/bin/sh\nexec ip netns exec " + name + " " + browser + " \"$@\"\n";
    try {
      Path file = Files.writeString(folder.resolve("browser"), script);
      return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Runs a command there. */
  public String inside(String command) {
    return must("ip netns exec " + name + " " + command);
  }

  private static String must(String command) {
    Ran ran = run(words(command));
    if (ran.exit() != 0) {
      throw new IllegalStateException(command + ": " + ran.output());
    }
    return ran.output();
  }

  private static List<String> words(String command) {
    return List.of(command.split(" "));
  }

  private record Ran(int exit, String output) {}

  private static Ran run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes());
      boolean ended = process.waitFor(PATIENCE, TimeUnit.SECONDS);
      return new Ran(ended ? process.exitValue() : 1, output.strip());
    } catch (IOException failed) {
      return new Ran(1, failed.getMessage());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** The cable goes with it. */
  @Override
  public void close() {
    run(words("ip netns del " + name));
    run(words("nft delete table inet lost" + cable));
  }
}
