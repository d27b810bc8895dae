package plenum.admin.check;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import plenum.media.node.NodeState;

/** What the server can say of itself. */
final class ServerChecks {

  private static final long MEGABYTE = 1 << 20;
  private static final long FULL = 200 * MEGABYTE;
  private static final long FILLING = 2_000 * MEGABYTE;

  private ServerChecks() {}

  /**
   * The disk of the data directory.
   *
   * @param usable bytes that are left
   */
  static Finding disk(long usable) {
    String measured = usable / MEGABYTE + " MB";
    if (usable < FULL) {
      return Finding.bad("disk", measured, "disk.full");
    }
    return usable < FILLING
        ? Finding.attention("disk", measured, "disk.filling")
        : Finding.good("disk", measured, "disk.good");
  }

  /**
   * The database, and the files.
   *
   * @param product empty when the database does not answer
   * @param problem why something cannot be written now
   */
  static Finding store(Optional<String> product, Optional<String> problem) {
    if (product.isEmpty()) {
      return Finding.bad("store", problem.orElse(""), "store.away");
    }
    return problem
        .map(why -> Finding.bad("store", why, "store.failing"))
        .orElseGet(() -> Finding.good("store", product.get(), "store.good"));
  }

  /** Whether what administrators changed counts. */
  static Finding settings(boolean known, List<String> changed) {
    return known
        ? Finding.good("settings", String.join(", ", changed), "settings.good")
        : Finding.bad("settings", "", "settings.unknown");
  }

  /** A media node. */
  static Finding node(String name, NodeState state) {
    if (state instanceof NodeState.Ready ready) {
      return Finding.good("node", ready.detail(), "node.good");
    }
    if (state instanceof NodeState.Failed failed) {
      return Finding.bad("node", name + ": " + failed.reason(), "node.failed", name);
    }
    return state instanceof NodeState.Starting
        ? Finding.attention("node", name, "node.starting", name)
        : Finding.none("node", "node.off");
  }

  /**
   * Whether anything outside of the company's networks was reached.
   *
   * @param remote to where this server has connections that it opened itself; empty where the
   *     system does not tell
   */
  static Finding outside(Optional<Collection<String>> remote) {
    if (remote.isEmpty()) {
      return Finding.none("outside", "outside.unknown");
    }
    List<String> outside = remote.get().stream().sorted().toList();
    return outside.isEmpty()
        ? Finding.good("outside", "0", "outside.good")
        : Finding.attention("outside", String.join(", ", outside), "outside.some");
  }
}
