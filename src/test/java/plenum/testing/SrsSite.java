package plenum.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Plenum of its own whose media real SRS carry, and these; for tests that {@link NeedsSrs need}
 * to reach an SRS itself. Closing it ends them all.
 */
public final class SrsSite implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";

  private final List<RealSrs> nodes = new ArrayList<>();
  private Optional<HookRelay> relay = Optional.empty();
  private final PlenumServer server;

  private SrsSite(int count, boolean relayed, String address, Map<String, String> more) {
    try {
      server = PlenumServer.startAt(port -> settings(count, relayed, address, port, more));
    } catch (RuntimeException failed) {
      closeNodes();
      throw failed;
    }
  }

  /** With one SRS. */
  public static SrsSite start() {
    return start(1);
  }

  /** With this many SRS. */
  public static SrsSite start(int nodes) {
    return start(nodes, Map.of());
  }

  /** With this many SRS, and more settings. */
  public static SrsSite start(int nodes, Map<String, String> settings) {
    return new SrsSite(nodes, false, LOOPBACK, settings);
  }

  /** With one SRS whose media browsers reach by this address of this machine. */
  public static SrsSite startAt(String address) {
    return new SrsSite(1, false, address, Map.of());
  }

  /** With one SRS, whose hooks may get lost on their way. */
  public static SrsSite startRelayed() {
    return new SrsSite(1, true, LOOPBACK, Map.of());
  }

  private Map<String, String> settings(
      int count, boolean relayed, String address, int plenumPort, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(startNodes(count, relayed, address, plenumPort));
    all.putAll(more);
    return all;
  }

  private Map<String, String> startNodes(
      int count, boolean relayed, String address, int plenumPort) {
    relay = relayed ? Optional.of(new HookRelay(plenumPort)) : Optional.empty();
    int hookPort = relay.map(HookRelay::port).orElse(plenumPort);
    for (int node = 0; node < count; node++) {
      nodes.add(RealSrs.prepare().hooksTo(hookPort).with("CANDIDATE", address).start());
    }
    return SrsAccess.settings(nodes.stream().map(RealSrs::access).toList());
  }

  public PlenumServer server() {
    return server;
  }

  /** The first SRS, for those who have one. */
  public RealSrs srs() {
    return nodes.get(0);
  }

  public List<RealSrs> nodes() {
    return List.copyOf(nodes);
  }

  /**
   * What loses hooks.
   *
   * @throws IllegalStateException when it was not {@link #startRelayed started} with one
   */
  public HookRelay relay() {
    return relay.orElseThrow(() -> new IllegalStateException("hooks go straight to Plenum"));
  }

  @Override
  public void close() {
    server.stop();
    closeNodes();
  }

  private void closeNodes() {
    nodes.forEach(RealSrs::close);
    relay.ifPresent(HookRelay::close);
  }
}
