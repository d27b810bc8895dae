package plenum.database;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import plenum.database.attendance.AttendanceBook;
import plenum.time.Timers;

/** What is done now and then as long as the server runs. */
final class Housekeeping {

  private static final System.Logger LOG = System.getLogger(Housekeeping.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration ROUND = Duration.ofSeconds(10);

  private final Timers timers;
  private final Retention retention;
  private final Optional<Backups> backups;
  private final AttendanceBook attendance;
  private LocalDate cleaned = LocalDate.MIN;
  private final ReentrantLock busy = new ReentrantLock();
  private volatile boolean stopped;

  /**
   * @param backups where Plenum makes them
   */
  Housekeeping(
      Timers timers, Retention retention, Optional<Backups> backups, AttendanceBook attendance) {
    this.timers = timers;
    this.retention = retention;
    this.backups = backups;
    this.attendance = attendance;
  }

  /** Begins. */
  void start() {
    if (!stopped) {
      timers.after(ROUND, this::round);
    }
  }

  private void round() {
    try {
      once();
    } finally {
      start();
    }
  }

  private void once() {
    busy.lock();
    try {
      if (!stopped) {
        look();
      }
    } finally {
      busy.unlock();
    }
  }

  private void look() {
    attendance.alive();
    LocalDate today = Backups.today();
    backups.ifPresent(copies -> copies.look(today));
    if (!today.equals(cleaned)) {
      clean(today);
    }
  }

  /** Tried again in the next round when the database is away. */
  private void clean(LocalDate today) {
    try {
      retention.run(Instant.now());
      cleaned = today;
    } catch (DatabaseAway away) {
      LOG.log(Level.DEBUG, "Nothing is deleted while the database is away", away);
    }
  }

  /** Ends, when what is done at the moment is done, or takes too long: a disk may be failing. */
  void stop() {
    stopped = true;
    try {
      if (busy.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        busy.unlock();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
