package plenum.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Optional;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.settings.LogSettings;
import plenum.tuning.SettingChanged;

/** The log as the settings say, also while the site runs. */
class QuietLogTest {

  private final Logger server = Logger.getLogger("");
  private final Logger plenum = Logger.getLogger("plenum");
  private final Level before = server.getLevel();
  private final Level ownBefore = plenum.getLevel();
  private final Formatter formatter = new SimpleFormatter();
  private final QuietLog log = new QuietLog();

  private final Handler handler =
      new ConsoleHandler() {
        @Override
        public void publish(LogRecord record) {}

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  /** As Payara Server has one for syslog. */
  private final Handler withoutText =
      new Handler() {
        @Override
        public void publish(LogRecord record) {}

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private void is(boolean json, Optional<Level> level, Optional<Level> serverLevel) {
    log.settings = () -> new LogSettings(json, level, serverLevel);
  }

  @BeforeEach
  void start() {
    handler.setFormatter(formatter);
    server.addHandler(handler);
    server.addHandler(withoutText);
    is(false, Optional.empty(), Optional.empty());
    log.start(this);
  }

  @AfterEach
  void stop() {
    log.stop();
    server.removeHandler(handler);
    server.removeHandler(withoutText);
  }

  @Test
  void isAsTheServerWasStartedWhereNobodySaysOtherwise() {
    assertEquals(before, server.getLevel());
    assertEquals(ownBefore, plenum.getLevel());
    assertInstanceOf(ShortLines.class, handler.getFormatter());
  }

  @Test
  void changesWhileTheSiteRunsAndBack() {
    is(true, Optional.of(Level.FINE), Optional.of(Level.SEVERE));
    log.changed(new SettingChanged("plenum.log.level"));
    assertEquals(Level.FINE, plenum.getLevel());
    assertEquals(Level.SEVERE, server.getLevel());
    assertInstanceOf(JsonLines.class, handler.getFormatter());

    is(false, Optional.empty(), Optional.empty());
    log.changed(new SettingChanged("plenum.log.format"));
    assertEquals(ownBefore, plenum.getLevel());
    assertEquals(before, server.getLevel());
    assertInstanceOf(ShortLines.class, handler.getFormatter());
  }

  @Test
  void givesNoTextToWhatPrintsNone() {
    is(true, Optional.empty(), Optional.empty());
    log.changed(new SettingChanged("plenum.log.format"));
    assertNull(withoutText.getFormatter());
    assertNotNull(withoutText.getFilter());
  }

  @Test
  void looksAtNoOtherSetting() {
    is(true, Optional.empty(), Optional.empty());
    log.changed(new SettingChanged("plenum.rooms.max"));
    assertInstanceOf(ShortLines.class, handler.getFormatter());
  }

  @Test
  void leavesEverythingAsItWas() {
    is(true, Optional.of(Level.FINE), Optional.of(Level.SEVERE));
    log.changed(new SettingChanged("plenum.log.level"));
    log.stop();
    assertSame(formatter, handler.getFormatter());
    assertEquals(before, server.getLevel());
    assertEquals(ownBefore, plenum.getLevel());
  }
}
