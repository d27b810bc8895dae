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
import java.util.List;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.http.HttpCodecFilter;
import plenum.http.ClientAddress;
import plenum.http.HeadCheck;
import plenum.settings.HttpSettings;
import plenum.time.Timers;

/**
 * Puts the {@link RequestGuard} into the chains of Payara's listeners. There is no interface for
 * that: where it does not work, as in another server, a warning tells it, and slow clients keep
 * threads as they always did there.
 */
@ApplicationScoped
public class Listeners {

  private static final System.Logger LOG = System.getLogger(Listeners.class.getName());
  private static final Duration ROUNDS = Duration.ofSeconds(1);
  private static final String SERVER_FILTER = "HttpServerFilter";

  @Inject HttpSettings settings;
  @Inject ClientAddress addresses;
  @Inject @Any Instance<HeadCheck> checks;
  @Inject Timers timers;

  private final List<Runnable> undo = new ArrayList<>();

  void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
    Admission admission = new Admission(settings, checks.stream().toList());
    RequestGuard guard = new RequestGuard(settings, admission, addresses);
    try {
      List<FilterChain> chains = chains();
      chains.forEach(chain -> insert(chain, guard));
      if (undo.isEmpty()) {
        tell("no listener for HTTP was found");
      }
    } catch (ReflectiveOperationException | LinkageError | RuntimeException different) {
      tell(different.toString());
    }
    if (!undo.isEmpty()) {
      look(guard);
    }
  }

  private static void tell(String why) {
    LOG.log(
        Level.WARNING,
        "Requests of slow clients are not kept from this server''s threads: {0}. Put a reverse"
            + " proxy before it that reads requests completely.",
        why);
  }

  private void look(RequestGuard guard) {
    guard.look();
    timers.after(ROUNDS, () -> look(guard));
  }

  private void insert(FilterChain chain, RequestGuard guard) {
    int codec = indexOf(chain, HttpCodecFilter.class);
    int server = indexOf(chain, SERVER_FILTER);
    if (codec < 1 || server < 0) {
      return;
    }
    BaseFilter first = guard.atTheBytes();
    chain.add(server, guard);
    chain.add(1, first); // Behind what reads from the network.
    undo.add(
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
  void stop() {
    undo.forEach(Runnable::run);
  }
}
