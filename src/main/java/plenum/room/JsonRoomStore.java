package plenum.room;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.media.PlaceKind;
import plenum.store.ListContent;
import plenum.store.ListFile;
import plenum.store.Saving;
import plenum.store.Storage;
import plenum.store.StoredFile;
import plenum.time.Timers;

/**
 * Keeps rooms in a JSON file, which is written as a whole a moment after the last of several
 * changes, away from whoever changed something. {@link #stop} is to be called before the end.
 */
final class JsonRoomStore implements RoomStore {

  private final ListFile<KeptRoom> file;
  private final Saving saving;
  private final Map<RoomId, KeptRoom> rooms = new LinkedHashMap<>();

  /** Put since the last write, and those that the write contains that runs now. */
  private final Set<RoomId> fresh = new HashSet<>();

  private final Set<RoomId> underWay = new HashSet<>();
  private volatile Runnable watcher = () -> {};

  JsonRoomStore(StoredFile stored, Timers timers, Storage storage) {
    file = new ListFile<>(stored, KeptRoomFormat.LIST, new KeptRoomFormat());
    saving = new Saving(stored, this::text, timers, storage, this::wrote);
    ListContent<KeptRoom> kept = file.read();
    kept.entries().forEach(room -> rooms.put(room.id(), room));
    if (!kept.problems().isEmpty()) {
      saving.changed();
    }
    rehearse();
  }

  /**
   * When Payara stops, it loads no more of the application's classes, and the last rooms are to be
   * saved just then.
   */
  private void rehearse() {
    Optional<Owner> nobody =
        Optional.of(new Owner(PersonId.fresh(), Optional.of(DisplayName.of("Nobody"))));
    file.text(
        List.of(new KeptRoom(new RoomId("rehearse"), new RoomName("-"), PlaceKind.GROUP, nobody)));
  }

  @Override
  public void watch(Runnable newWatcher) {
    watcher = newWatcher;
  }

  @Override
  public synchronized Set<RoomId> atRisk() {
    return saving.isFailing() ? Set.copyOf(fresh) : Set.of();
  }

  @Override
  public synchronized List<KeptRoom> all() {
    return List.copyOf(rooms.values());
  }

  @Override
  public void put(KeptRoom room) {
    synchronized (this) {
      rooms.put(room.id(), room);
      fresh.add(room.id());
    }
    saving.changed();
    if (saving.isFailing()) {
      watcher.run();
    }
  }

  @Override
  public void remove(RoomId room) {
    synchronized (this) {
      fresh.remove(room);
      underWay.remove(room);
      if (rooms.remove(room) == null) {
        return;
      }
    }
    saving.changed();
  }

  /** Writes what is not written yet, now. */
  void save() {
    saving.save();
  }

  /** As {@link #save}, for the last time. */
  void stop() {
    saving.stop();
  }

  private synchronized String text() {
    underWay.addAll(fresh);
    fresh.clear();
    return file.text(rooms.values());
  }

  private void wrote(boolean success) {
    synchronized (this) {
      if (!success) {
        fresh.addAll(underWay);
      }
      underWay.clear();
    }
    watcher.run();
  }
}
