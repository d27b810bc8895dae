package plenum.gate;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.CloseListener;
import org.glassfish.grizzly.Closeable;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.ConnectionProbe;
import org.glassfish.grizzly.ICloseType;
import plenum.http.ClientAddress;
import plenum.settings.Network;

/** What is known of each open connection, from its first bytes to its end. Thread-safe. */
final class OpenConnections {

  private final ClientAddress addresses;
  private final Counts<Network> counts;
  private final Consumer<ConnectionState> gone;
  private final Map<Connection<?>, ConnectionState> states = new ConcurrentHashMap<>();

  /** Sees the bytes before anybody makes a request of them. */
  private final ConnectionProbe bytes =
      new ConnectionProbe.Adapter() {
        @Override
        @SuppressWarnings("rawtypes")
        public void onReadEvent(Connection connection, Buffer data, int size) {
          ConnectionState state = states.get(connection);
          if (state != null) {
            state.bytes(System.nanoTime());
          }
        }
      };

  /**
   * @param gone is told of each connection that was closed
   */
  OpenConnections(ClientAddress addresses, Counts<Network> counts, Consumer<ConnectionState> gone) {
    this.addresses = addresses;
    this.counts = counts;
    this.gone = gone;
  }

  /** A connection was opened; false when its address has too many. */
  boolean accept(Connection<?> connection) {
    ConnectionState fresh = counted(connection);
    if (!fresh.isCounted() && !addresses.isProxy(fresh.address())) {
      return false;
    }
    watch(connection, fresh);
    return true;
  }

  /**
   * What is known of it. One that was opened before anybody watched is watched from now on, and
   * counted if its address may have one more.
   */
  ConnectionState of(Connection<?> connection) {
    ConnectionState known = states.get(connection);
    return known != null ? known : watch(connection, counted(connection));
  }

  private ConnectionState counted(Connection<?> connection) {
    InetAddress address =
        connection.getPeerAddress() instanceof InetSocketAddress peer
            ? peer.getAddress()
            : InetAddress.getLoopbackAddress();
    ConnectionState counted = new ConnectionState(address, true);
    return !addresses.isProxy(address) && counts.enter(counted.network())
        ? counted
        : new ConnectionState(address, false);
  }

  private ConnectionState watch(Connection<?> connection, ConnectionState fresh) {
    ConnectionState before = states.putIfAbsent(connection, fresh);
    if (before != null) {
      uncount(fresh);
      return before;
    }
    connection.getMonitoringConfig().addProbes(bytes);
    CloseListener<Closeable, ICloseType> end = (closed, why) -> forget(connection);
    connection.addCloseListener(end); // Is told at once of one that is closed already.
    return fresh;
  }

  private void forget(Connection<?> connection) {
    ConnectionState state = states.remove(connection);
    if (state != null) {
      uncount(state);
      gone.accept(state);
    }
  }

  private void uncount(ConnectionState state) {
    if (state.isCounted()) {
      counts.leave(state.network());
    }
  }

  void forEach(BiConsumer<Connection<?>, ConnectionState> look) {
    states.forEach(look);
  }

  int size() {
    return states.size();
  }
}
