package plenum.gate;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.filterchain.Filter;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.http.HttpCodecFilter;
import org.glassfish.grizzly.nio.transport.TCPNIOBindingHandler;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.ssl.SSLEngineConfigurator;
import org.glassfish.grizzly.ssl.SSLFilter;
import plenum.tls.Tls;

/**
 * Opens the port of https beside the one of http, on the same transport, with the same chain and
 * TLS in it. Payara's own listener for https is of no use: it opens with a certificate that
 * everybody has, takes another one only by a restart that breaks what goes on, and its port is no
 * setting of the application.
 */
final class SecurePort {

  private static final System.Logger LOG = System.getLogger(SecurePort.class.getName());
  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  private final Tls tls;
  private Optional<Connection<?>> socket = Optional.empty();
  private Optional<FilterChain> chain = Optional.empty();
  private boolean failed;

  SecurePort(Tls tls) {
    this.tls = tls;
  }

  /** Opens it, unless it is open. */
  void openBeside(TCPNIOTransport transport, InetAddress address, FilterChain plain) {
    if (failed || tls.wantedPort().isEmpty() || socket.filter(Connection::isOpen).isPresent()) {
      return;
    }
    int port = tls.wantedPort().getAsInt();
    FilterChain secure = secured(plain);
    try {
      socket =
          Optional.of(
              TCPNIOBindingHandler.builder(transport)
                  .processor(secure)
                  .build()
                  .bind(new InetSocketAddress(address, port)));
      chain = Optional.of(secure);
      tls.opened(port);
    } catch (IOException taken) {
      failed = true;
      LOG.log(
          Level.ERROR,
          "The TCP port {0} of https (setting plenum.tls.port) cannot be opened: {1}.",
          Integer.toString(port),
          taken.getMessage());
    }
  }

  /** The upgrade to HTTP/2 is of plain http alone. */
  private FilterChain secured(FilterChain plain) {
    FilterChainBuilder builder = FilterChainBuilder.stateless();
    for (Filter filter : plain) {
      if (filter instanceof HttpCodecFilter) {
        builder.add(encryption());
      }
      if (!filter.getClass().getSimpleName().startsWith("Http2")) {
        builder.add(filter);
      }
    }
    return builder.build();
  }

  private SSLFilter encryption() {
    SSLEngineConfigurator server = new SSLEngineConfigurator(tls.context(), false, false, false);
    server.setEnabledProtocols(PROTOCOLS);
    return new SSLFilter(server, server);
  }

  /** Opens no connection any more; those that are open lose what is of this application. */
  void close() {
    socket.ifPresent(Connection::closeSilently);
    chain.ifPresent(Guarded::leave);
    tls.closed();
  }
}
