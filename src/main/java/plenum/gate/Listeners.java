package plenum.gate;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.ssl.SSLFilter;
import plenum.account.Recognition;
import plenum.account.Visitor;
import plenum.http.ClientAddress;
import plenum.http.HeadCheck;
import plenum.http.RequestHead;
import plenum.identity.Identity;
import plenum.identity.PersonId;
import plenum.settings.HttpSettings;
import plenum.settings.SiteSettings;
import plenum.time.Timers;
import plenum.tls.Tls;

/**
 * Puts the {@link RequestGuard} into the chains of Payara's listeners, also of those that open
 * later or anew. There is no interface for that: where it does not work, as in another server, a
 * warning tells it, and slow clients keep threads as they always did there.
 */
@ApplicationScoped
public class Listeners {

  private static final System.Logger LOG = System.getLogger(Listeners.class.getName());

  /** Between two looks: for listeners that are new, and for clients that are too slow. */
  private static final Duration ROUND = Duration.ofMillis(250);

  /** The same until the first listener is there: until then nobody waits for slow clients. */
  private static final Duration FIRST_ROUND = Duration.ofMillis(20);

  /** Payara Server has one of its own for its console. */
  private static final String ADMINISTRATION = "admin-listener";

  @Inject HttpSettings settings;
  @Inject SiteSettings site;
  @Inject ClientAddress addresses;
  @Inject @Any Instance<HeadCheck> checks;
  @Inject Timers timers;
  @Inject Tls tls;
  @Inject Recognition recognition;

  private final Map<FilterChain, Runnable> guarded = new IdentityHashMap<>();
  private final HiddenFields fields = new HiddenFields();
  private RequestGuard guard;
  private SecurePort secure;
  private volatile boolean settled;

  void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
    Admission admission = new Admission(settings, checks.stream().toList());
    try {
      guard =
          new RequestGuard(
              settings, contextPath(application), admission, addresses, this::known, timers);
      secure = new SecurePort(tls);
      open();
      round();
    } catch (ReflectiveOperationException | LinkageError | RuntimeException different) {
      tell(different);
    }
  }

  /**
   * Who asks. Who has no name yet may have had a new cookie a moment ago, as often as it likes, and
   * is a stranger.
   */
  private Optional<PersonId> known(RequestHead head) {
    return recognition
        .of(head.header().apply("Cookie").stream().toList(), head.remote())
        .map(Visitor::identity)
        .filter(identity -> identity.name().isPresent())
        .map(Identity::id);
  }

  /** Where the container itself has the application below the path, it must be left there. */
  private ContextPath contextPath(Object application) {
    boolean below =
        application instanceof ServletContext context && !context.getContextPath().isEmpty();
    return new ContextPath(below ? new SiteSettings("") : site);
  }

  /** Whether requests are guarded, or it is known that they cannot be. */
  boolean isSettled() {
    return settled;
  }

  private void tell(Throwable why) {
    settled = true;
    LOG.log(
        Level.WARNING,
        "Requests of slow clients are not kept from this server''s threads: {0}. Put a reverse"
            + " proxy before it that reads requests completely.",
        why.toString());
  }

  private synchronized void round() {
    try {
      List<Listener> open = open();
      guarded.keySet().retainAll(open.stream().map(Listener::chain).toList());
      open.stream()
          .map(Listener::chain)
          .filter(chain -> !guarded.containsKey(chain))
          .forEach(this::insert);
      open.stream()
          .filter(one -> guarded.containsKey(one.chain()) && one.isPlain())
          .findFirst()
          .ifPresent(one -> secure.openBeside(one.transport(), one.address(), one.chain()));
      settled |= !guarded.isEmpty(); // Nobody is told of a server whose https is not open yet.
      guard.look();
    } catch (ReflectiveOperationException different) {
      tell(different);
    } finally {
      timers.after(settled ? ROUND : FIRST_ROUND, this::round);
    }
  }

  private void insert(FilterChain chain) {
    Guarded.insert(guard, chain).ifPresent(undo -> guarded.put(chain, undo));
  }

  /** One of Payara's that is open. */
  private record Listener(
      Object name, TCPNIOTransport transport, InetAddress address, FilterChain chain) {

    /** Whether people come there by plain http. */
    boolean isPlain() {
      return !ADMINISTRATION.equals(name) && chain.stream().noneMatch(SSLFilter.class::isInstance);
    }
  }

  private List<Listener> open() throws ReflectiveOperationException {
    ClassLoader server = FilterChain.class.getClassLoader();
    Class<?> globals = Class.forName("org.glassfish.internal.api.Globals", false, server);
    Class<?> type =
        Class.forName("com.sun.enterprise.v3.services.impl.GrizzlyService", false, server);
    Object service = globals.getMethod("get", Class.class).invoke(null, type);
    List<Listener> open = new ArrayList<>();
    for (Object proxy : (Collection<?>) fields.value(service, "proxies")) {
      Object listener = proxy.getClass().getMethod("getUnderlyingListener").invoke(proxy);
      if (fields.value(listener, "rootFilterChain") instanceof FilterChain chain
          && fields.value(listener, "transport") instanceof TCPNIOTransport transport
          && fields.value(listener, "address") instanceof InetAddress address) {
        open.add(new Listener(fields.value(listener, "name"), transport, address, chain));
      }
    }
    return open;
  }

  @PreDestroy
  synchronized void stop() {
    guarded.values().forEach(Runnable::run);
    secure.close();
  }
}
