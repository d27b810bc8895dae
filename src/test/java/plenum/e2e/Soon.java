package plenum.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Playwright's assertions, but looking oftener. Playwright looks after 0.1, 0.35 and 0.85 seconds,
 * and then once a second, while two meetings flow and the processor works; these look again after
 * an eighth of what they waited for so far.
 */
final class Soon {

  private static final long SHORTEST_MILLIS = 30;
  private static final long LONGEST_MILLIS = 500;

  private Soon() {}

  static LocatorAssertions assertThat(Locator locator) {
    return sooner(LocatorAssertions.class, PlaywrightAssertions.assertThat(locator));
  }

  static PageAssertions assertThat(Page page) {
    return sooner(PageAssertions.class, PlaywrightAssertions.assertThat(page));
  }

  private static <T> T sooner(Class<T> kind, T assertions) {
    InvocationHandler handler = (proxy, method, words) -> call(kind, assertions, method, words);
    return kind.cast(Proxy.newProxyInstance(kind.getClassLoader(), new Class<?>[] {kind}, handler));
  }

  private static <T> Object call(Class<T> kind, T assertions, Method method, Object[] words)
      throws Throwable {
    if (method.getReturnType() == kind) { // "not".
      return sooner(kind, kind.cast(run(method, assertions, words)));
    }
    Optional<Method> once = withOptions(kind, method);
    return once.isPresent()
        ? until(once.get(), assertions, words == null ? new Object[0] : words)
        : run(method, assertions, words);
  }

  /** The method that takes the same and options; none where those are among what it takes. */
  private static Optional<Method> withOptions(Class<?> kind, Method method) {
    int count = method.getParameterCount();
    return Stream.of(kind.getMethods())
        .filter(other -> other.getName().equals(method.getName()))
        .filter(other -> other.getParameterCount() == count + 1)
        .filter(
            other ->
                Arrays.equals(
                    Arrays.copyOf(other.getParameterTypes(), count), method.getParameterTypes()))
        .filter(other -> other.getParameterTypes()[count].getSimpleName().endsWith("Options"))
        .findFirst();
  }

  private static Object until(Method method, Object assertions, Object[] words) throws Throwable {
    Object[] all = Arrays.copyOf(words, words.length + 1);
    all[words.length] = once(method.getParameterTypes()[words.length]);
    long start = System.nanoTime();
    while (true) {
      try {
        return run(method, assertions, all);
      } catch (AssertionError notYet) {
        long waited = (System.nanoTime() - start) / 1_000_000;
        if (waited > Eventually.PATIENCE.toMillis()) {
          throw notYet;
        }
        Thread.sleep(Math.max(SHORTEST_MILLIS, Math.min(LONGEST_MILLIS, waited / 8)));
      }
    }
  }

  /** Playwright looks once even where there is no time. */
  private static Object once(Class<?> options) throws ReflectiveOperationException {
    Object made = options.getConstructor().newInstance();
    options.getField("timeout").set(made, 1.0);
    return made;
  }

  private static Object run(Method method, Object assertions, Object[] words) throws Throwable {
    try {
      return method.invoke(assertions, words);
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }
}
