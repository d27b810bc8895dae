package plenum.database.chat;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import plenum.chat.MessageId;
import plenum.chat.MessageStore;
import plenum.database.Database;
import plenum.database.WriteQueue;
import plenum.room.RoomId;

/** Keeps messages in the database. */
public final class JpaMessageStore implements MessageStore {

  private static final System.Logger LOG = System.getLogger(JpaMessageStore.class.getName());

  private static final String ALL =
      "select m from MessageRow m order by m.roomId, m.number, m.at, m.id";

  private final Database database;
  private final WriteQueue queue;

  public JpaMessageStore(Database database, WriteQueue queue) {
    this.database = database;
    this.queue = queue;
  }

  @Override
  public List<Kept> all() {
    return database
        .read(manager -> manager.createQuery(ALL, MessageRow.class).getResultList())
        .stream()
        .flatMap(row -> usable(row).stream())
        .toList();
  }

  private static Optional<Kept> usable(MessageRow row) {
    try {
      return Optional.of(row.kept());
    } catch (RuntimeException bad) {
      LOG.log(Level.WARNING, "A message in the database cannot be used: {0}.", bad.toString());
      return Optional.empty();
    }
  }

  /** Changes of one message take one place among what waits. */
  @Override
  public void put(Kept message) {
    MessageRow row = new MessageRow(message);
    queue.put(key(message.message().id()), manager -> manager.merge(row));
  }

  @Override
  public void remove(MessageId message) {
    queue.put(
        key(message),
        manager ->
            manager
                .createQuery("delete from MessageRow m where m.id = :id")
                .setParameter("id", message.value())
                .executeUpdate());
  }

  private static String key(MessageId message) {
    return "message " + message;
  }

  @Override
  public void removeAll(RoomId room) {
    queue.put(
        "messages of " + room,
        manager -> {
          manager.flush();
          manager
              .createQuery("delete from MessageRow m where m.roomId = :room")
              .setParameter("room", room.value())
              .executeUpdate();
        });
  }
}
