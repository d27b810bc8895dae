package plenum.gate;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.http.HttpCodecFilter;
import plenum.http.ClientAddress;
import plenum.http.HeadCheck;
import plenum.settings.HttpSettings;
import plenum.time.Timers;

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

  /** The same until the first listener is there: requests that are under way then may break. */
  private static final Duration FIRST_ROUND = Duration.ofMillis(20);

  private static final String SERVER_FILTER = "HttpServerFilter";

  @Inject HttpSettings settings;
  @Inject ClientAddress addresses;
  @Inject @Any Instance<HeadCheck> checks;
  @Inject Timers timers;

  private final Map<FilterChain, Runnable> guarded = new IdentityHashMap<>();
  private RequestGuard guard;
  private volatile boolean settled;

  void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
    Admission admission = new Admission(settings, checks.stream().toList());
    try {
      guard = new RequestGuard(settings, admission, addresses);
      chains();
      round();
    } catch (ReflectiveOperationException | LinkageError | RuntimeException different) {
      tell(different);
    }
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
        why);
  }

  private synchronized void round() {
    try {
      List<FilterChain> open = chains();
      guarded.keySet().retainAll(open);
      open.stream().filter(chain -> !guarded.containsKey(chain)).forEach(this::insert);
      guard.look();
    } catch (ReflectiveOperationException different) {
      tell(different);
    } finally {
      timers.after(settled ? ROUND : FIRST_ROUND, this::round);
    }
  }

  private void insert(FilterChain chain) {
    int codec = indexOf(chain, HttpCodecFilter.class);
    int server = indexOf(chain, SERVER_FILTER);
    if (codec < 1 || server < 0) {
      return; // Not of HTTP, or not complete yet.
    }
    BaseFilter first = guard.atTheBytes();
    chain.add(server, guard);
    chain.add(1, first); // Behind what reads from the network.
    settled = true;
    guarded.put(
        chain,
        () -> {
          chain.remove(guard);
          chain.remove(first);
        });
  }

  private static int indexOf(FilterChain chain, Class<?> type) {
    for (int i = 0; i < chain.size(); i++) {
      if (type.isInstance(chain.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static int indexOf(FilterChain chain, String name) {
    for (int i = 0; i < chain.size(); i++) {
      if (chain.get(i).getClass().getSimpleName().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private static List<FilterChain> chains() throws ReflectiveOperationException {
    ClassLoader server = FilterChain.class.getClassLoader();
    Class<?> globals = Class.forName("org.glassfish.internal.api.Globals", false, server);
    Class<?> type =
        Class.forName("com.sun.enterprise.v3.services.impl.GrizzlyService", false, server);
    Object service = globals.getMethod("get", Class.class).invoke(null, type);
    List<FilterChain> chains = new ArrayList<>();
    for (Object proxy : (Collection<?>) field(service, "proxies")) {
      Object listener = proxy.getClass().getMethod("getUnderlyingListener").invoke(proxy);
      if (field(listener, "rootFilterChain") instanceof FilterChain chain) {
        chains.add(chain);
      }
    }
    return chains;
  }

  private static Object field(Object owner, String name) throws ReflectiveOperationException {
    for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
      try {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(owner);
      } catch (NoSuchFieldException above) {
        // Perhaps in the class above.
      }
    }
    throw new NoSuchFieldException(owner.getClass().getName() + "." + name);
  }

  @PreDestroy
  synchronized void stop() {
    guarded.values().forEach(Runnable::run);
  }
}
