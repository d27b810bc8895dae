package plenum.gate;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.ConsoleHandler;
import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import plenum.settings.Current;
import plenum.settings.LogSettings;
import plenum.tuning.SettingChanged;

/**
 * Puts a {@link CountingFilter} before what prints the server's log, and has it printed as the
 * settings say, as long as Plenum runs.
 */
@ApplicationScoped
public class QuietLog {

  /** The launcher, which cannot be called from here, makes JSON of what is no record then. */
  private static final String ALL_JSON = "plenum.launch.json";

  /** Held, since a logger that nobody holds forgets its level. */
  private final Logger plenum = Logger.getLogger("plenum");

  private final Logger server = Logger.getLogger("");
  private final Map<Handler, Filter> before = new HashMap<>();
  private final Map<Handler, Formatter> formatters = new HashMap<>();
  private final Optional<Level> level = Optional.ofNullable(plenum.getLevel());
  private final Optional<Level> serverLevel = Optional.ofNullable(server.getLevel());

  @Inject Current<LogSettings> settings;

  void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
    for (Handler handler : server.getHandlers()) {
      before.put(handler, handler.getFilter());
      // One that prints no text, such as that of Payara Server for syslog, has none.
      Optional.ofNullable(handler.getFormatter()).ifPresent(text -> formatters.put(handler, text));
      handler.setFilter(new CountingFilter(System::nanoTime));
    }
    apply();
  }

  void changed(@Observes SettingChanged changed) {
    if (changed.setting().startsWith("plenum.log.")) {
      apply();
    }
  }

  private void apply() {
    LogSettings now = settings.now();
    System.setProperty(ALL_JSON, Boolean.toString(now.json()));
    formatters.forEach(
        (handler, text) ->
            handler.setFormatter(now.json() ? new JsonLines() : text(handler, text)));
    plenum.setLevel(now.level().or(() -> level).orElse(null));
    server.setLevel(now.serverLevel().or(() -> serverLevel).orElse(Level.WARNING));
  }

  /** Another server's handlers know their own formatters alone. */
  private static Formatter text(Handler handler, Formatter text) {
    return handler instanceof ConsoleHandler ? new ShortLines(text) : text;
  }

  @PreDestroy
  void stop() {
    before.forEach(Handler::setFilter);
    formatters.forEach(Handler::setFormatter);
    plenum.setLevel(level.orElse(null));
    server.setLevel(serverLevel.orElse(Level.WARNING));
  }
}
