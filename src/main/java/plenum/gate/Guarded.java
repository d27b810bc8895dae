package plenum.gate;

import java.io.IOException;
import java.util.Optional;
import org.glassfish.grizzly.filterchain.Filter;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.FilterChainEvent;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpCodecFilter;

/**
 * What serves requests, with the {@link RequestGuard} before it, in one place of a listener's
 * chain. A chain that is in use keeps its length so, and everything in it its place: what is under
 * way, and what is known of open connections, goes by the places.
 */
final class Guarded implements Filter {

  private static final String SERVER_FILTER = "HttpServerFilter";

  private final RequestGuard guard;
  private final Filter server;

  private Guarded(RequestGuard guard, Filter server) {
    this.guard = guard;
    this.server = server;
  }

  /**
   * Puts the guard into a chain that may be in use.
   *
   * @return takes it out; empty when the chain is not one of HTTP, or not complete yet
   */
  static Optional<Runnable> insert(RequestGuard guard, FilterChain chain) {
    int place = lastOf(chain);
    return place < 0
        ? Optional.empty()
        : codec(chain, place).map(codec -> insert(guard, chain, place, codec));
  }

  private static int lastOf(FilterChain chain) {
    int place = chain.size() - 1;
    while (place >= 0 && !chain.get(place).getClass().getSimpleName().equals(SERVER_FILTER)) {
      place--;
    }
    return place;
  }

  private static Runnable insert(
      RequestGuard guard, FilterChain chain, int place, HttpCodecFilter codec) {
    Guarded guarded = new Guarded(guard, chain.get(place));
    Runnable bothWays = OneWay.all(codec);
    Hardening hardening = new Hardening();
    codec.addContentEncoding(hardening);
    chain.set(place, guarded);
    return () -> {
      guarded.takeOut(chain);
      codec.removeContentEncoding(hardening);
      bothWays.run();
    };
  }

  /** What makes requests of bytes, and stands before what serves them. */
  private static Optional<HttpCodecFilter> codec(FilterChain chain, int server) {
    return chain.subList(0, server).stream()
        .filter(HttpCodecFilter.class::isInstance)
        .map(HttpCodecFilter.class::cast)
        .findFirst();
  }

  /** Takes it out of a chain that was put together from one with it. */
  static void leave(FilterChain chain) {
    chain.stream()
        .filter(Guarded.class::isInstance)
        .map(Guarded.class::cast)
        .findFirst()
        .ifPresent(guarded -> guarded.takeOut(chain));
  }

  private void takeOut(FilterChain chain) {
    int place = chain.indexOf(this);
    if (place >= 0) {
      chain.set(place, server);
    }
  }

  @Override
  public NextAction handleAccept(FilterChainContext context) throws IOException {
    if (guard.accepts(context.getConnection())) {
      return server.handleAccept(context);
    }
    context.getConnection().terminateSilently();
    return context.getStopAction();
  }

  @Override
  public NextAction handleRead(FilterChainContext context) throws IOException {
    Optional<Runnable> share = guard.admit(context);
    if (share.isEmpty()) {
      return context.getStopAction();
    }
    try {
      return server.handleRead(context);
    } finally {
      share.get().run();
    }
  }

  @Override
  public NextAction handleWrite(FilterChainContext context) throws IOException {
    return server.handleWrite(context);
  }

  @Override
  public NextAction handleConnect(FilterChainContext context) throws IOException {
    return server.handleConnect(context);
  }

  @Override
  public NextAction handleEvent(FilterChainContext context, FilterChainEvent event)
      throws IOException {
    Upgrades.passOver(event);
    return server.handleEvent(context, event);
  }

  @Override
  public NextAction handleClose(FilterChainContext context) throws IOException {
    return server.handleClose(context);
  }

  @Override
  public void exceptionOccurred(FilterChainContext context, Throwable error) {
    server.exceptionOccurred(context, error);
  }

  @Override
  public void onAdded(FilterChain chain) {
    server.onAdded(chain);
  }

  @Override
  public void onRemoved(FilterChain chain) {
    server.onRemoved(chain);
  }

  @Override
  public void onFilterChainChanged(FilterChain chain) {
    server.onFilterChainChanged(chain);
  }
}
