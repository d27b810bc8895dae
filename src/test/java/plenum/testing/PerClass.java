package plenum.testing;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What runs while the tests of one class do; that class registers it in a static field. */
public final class PerClass<T> implements BeforeAllCallback, AfterAllCallback, Supplier<T> {

  private final Supplier<T> start;
  private final Consumer<T> stop;
  private Optional<T> running = Optional.empty();

  private PerClass(Supplier<T> start, Consumer<T> stop) {
    this.start = start;
    this.stop = stop;
  }

  /** A server with these settings. */
  public static PerClass<PlenumServer> server(Map<String, String> settings) {
    return new PerClass<>(() -> PlenumServer.start(settings), PlenumServer::stop);
  }

  /** A server with its real SRS. */
  public static PerClass<SrsSite> site(Supplier<SrsSite> start) {
    return new PerClass<>(start, SrsSite::close);
  }

  @Override
  public T get() {
    return running.orElseThrow();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    running = Optional.of(start.get());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    running.ifPresent(stop);
  }
}
