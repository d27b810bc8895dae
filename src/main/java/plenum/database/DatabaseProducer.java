package plenum.database;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import plenum.database.room.JpaRoomStore;
import plenum.database.room.RoomTakeover;
import plenum.room.RoomStore;
import plenum.settings.DatabaseSettings;
import plenum.store.DataDirectory;
import plenum.store.Storage;

/** Opens the database, and wires what is kept there to the application. */
@ApplicationScoped
class DatabaseProducer {

  private Database database;
  private WriteQueue queue;
  private RoomStore rooms;

  /** For the container's proxy only. */
  protected DatabaseProducer() {}

  @Inject
  DatabaseProducer(DatabaseSettings settings, DataDirectory data, Storage storage) {
    database = Database.open(settings, data.path());
    RoomTakeover.run(database, data.file("rooms.json"));
    queue = new WriteQueue(database, settings.waiting(), storage);
    rooms = new JpaRoomStore(database, queue);
    data.beforeRelease(this::stop);
  }

  @Produces
  @Singleton
  Database database() {
    return database;
  }

  @Produces
  @Singleton
  WriteQueue queue() {
    return queue;
  }

  @Produces
  @ApplicationScoped
  RoomStore rooms() {
    return rooms;
  }

  @PreDestroy
  synchronized void stop() {
    queue.close();
    database.close();
  }
}
