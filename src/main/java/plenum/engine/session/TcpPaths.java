package plenum.engine.session;

import java.util.ArrayList;
import java.util.List;
import plenum.engine.ice.IceLite;

/**
 * The TCP connections of one session. A client opens them beside UDP, for each of its networks and
 * each of our addresses, and again when one was closed: when there are too many, one goes that it
 * has not nominated.
 */
final class TcpPaths {

  private final Wire wire;
  private final int most;
  private final List<IceLite.Path> open = new ArrayList<>(1);

  TcpPaths(Wire wire, int most) {
    this.wire = wire;
    this.most = most;
  }

  /**
   * A valid check has come by that path.
   *
   * @param session whose nominated path stays
   */
  void checked(IceLite.Path path, IceLite session) {
    if (!wire.isTcp(path) || open.contains(path)) {
      return;
    }
    if (open.size() >= most) {
      open.stream()
          .filter(other -> session.path().filter(other::equals).isEmpty())
          .findFirst()
          .ifPresent(wire::disconnect);
    }
    wire.keep(path);
    open.add(path);
  }

  /** It is closed, or another session's. */
  void lost(IceLite.Path path) {
    open.remove(path);
  }

  /** The session is over. */
  void close() {
    List.copyOf(open).forEach(wire::disconnect);
  }
}
