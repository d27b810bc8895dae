package plenum.room;

import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import plenum.time.Timers;

/** Saves the rooms a moment after the last of several changes, away from whoever changed them. */
final class RoomKeeper {

  private static final System.Logger LOG = System.getLogger(RoomKeeper.class.getName());
  private static final Duration DELAY = Duration.ofMillis(200);

  private final RoomArchive archive;
  private final Timers timers;
  private final Supplier<List<KeptRoom>> rooms;
  private boolean due;

  RoomKeeper(RoomArchive archive, Timers timers, Supplier<List<KeptRoom>> rooms) {
    this.archive = archive;
    this.timers = timers;
    this.rooms = rooms;
  }

  /** Something changed. */
  synchronized void changed() {
    if (!due) {
      due = true;
      timers.after(DELAY, this::save);
    }
  }

  /** Saves what is not saved yet. */
  void save() {
    synchronized (this) {
      if (!due) {
        return;
      }
      due = false;
    }
    write();
  }

  private synchronized void write() {
    try {
      archive.save(rooms.get());
    } catch (UncheckedIOException failed) {
      LOG.log(Level.ERROR, "The list of rooms could not be saved: {0}", failed.getMessage());
    }
  }
}
