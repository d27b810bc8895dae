package plenum.gate;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.Logger;

/** Puts a {@link CountingFilter} before what prints the server's log, as long as Plenum runs. */
@ApplicationScoped
public class QuietLog {

  private final Map<Handler, Filter> before = new HashMap<>();

  void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
    for (Handler handler : Logger.getLogger("").getHandlers()) {
      before.put(handler, handler.getFilter());
      handler.setFilter(new CountingFilter(System::nanoTime));
    }
  }

  @PreDestroy
  void stop() {
    before.forEach(Handler::setFilter);
  }
}
