package plenum.database;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import plenum.account.AccountStore;
import plenum.account.LoginStore;
import plenum.account.guest.GuestLinkStore;
import plenum.account.token.ApiTokenStore;
import plenum.audit.AuditTrail;
import plenum.call.CallStore;
import plenum.chat.MessageStore;
import plenum.chat.NoteStore;
import plenum.database.account.JpaAccountStore;
import plenum.database.account.JpaLoginStore;
import plenum.database.attendance.AttendanceBook;
import plenum.database.audit.JpaAuditTrail;
import plenum.database.call.JpaCallStore;
import plenum.database.chat.JpaMessageStore;
import plenum.database.devicetest.JpaDeviceTestStore;
import plenum.database.guest.JpaGuestLinkStore;
import plenum.database.note.JpaNoteStore;
import plenum.database.presence.JpaNameStore;
import plenum.database.presence.NameTakeover;
import plenum.database.quality.JpaProblemStore;
import plenum.database.quality.JpaQualityStore;
import plenum.database.room.JpaRoomStore;
import plenum.database.room.RoomTakeover;
import plenum.database.token.JpaApiTokenStore;
import plenum.database.tuning.JpaSettingStore;
import plenum.database.webhook.JpaWebhookStore;
import plenum.devicetest.DeviceTestStore;
import plenum.presence.NameStore;
import plenum.quality.ProblemStore;
import plenum.quality.QualityStore;
import plenum.records.RecordKeeping;
import plenum.room.RoomStore;
import plenum.settings.Current;
import plenum.settings.DatabaseSettings;
import plenum.settings.RetentionSettings;
import plenum.store.DataDirectory;
import plenum.store.Storage;
import plenum.time.Timers;
import plenum.tuning.SettingStore;
import plenum.webhook.WebhookStore;

/** Opens the database, and wires what is kept there to the application. */
@ApplicationScoped
class DatabaseProducer {

  private static final Duration CLOSING = Duration.ofSeconds(4);

  private Database database;
  private WriteQueue queue;
  private RoomStore rooms;
  private AttendanceBook attendance;
  private RecordKeeping keeping;
  private Housekeeping housekeeping;

  /** For the container's proxy only. */
  protected DatabaseProducer() {}

  @Inject
  DatabaseProducer(
      DatabaseSettings settings,
      Current<RetentionSettings> retention,
      DataDirectory data,
      Storage storage,
      Timers timers) {
    database = Database.open(settings, data.path());
    RoomTakeover.run(database, data.file("rooms.json"));
    NameTakeover.run(database, data.file("names.json"));
    queue = new WriteQueue(database, settings.waiting(), storage);
    rooms = new JpaRoomStore(database, queue);
    attendance = new AttendanceBook(database, queue);
    Optional<Backups> backups =
        settings.url().isPresent()
            ? Optional.empty()
            : Optional.of(
                new Backups(database, data.path(), () -> retention.now().backups(), storage));
    Retention old = new Retention(database, retention);
    keeping = new JpaRecordKeeping(queue, old);
    housekeeping = new Housekeeping(timers, old, backups, attendance);
    housekeeping.start();
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
  AccountStore accounts() {
    return new JpaAccountStore(database);
  }

  @Produces
  @ApplicationScoped
  LoginStore logins() {
    return new JpaLoginStore(database, queue);
  }

  @Produces
  @ApplicationScoped
  GuestLinkStore guestLinks() {
    return new JpaGuestLinkStore(database, queue);
  }

  @Produces
  @ApplicationScoped
  ApiTokenStore tokens() {
    return new JpaApiTokenStore(database, queue);
  }

  @Produces
  @ApplicationScoped
  WebhookStore webhooks() {
    return new JpaWebhookStore(database);
  }

  @Produces
  @ApplicationScoped
  RoomStore rooms() {
    return rooms;
  }

  @Produces
  @ApplicationScoped
  NameStore names() {
    return new JpaNameStore(database, queue);
  }

  @Produces
  @ApplicationScoped
  CallStore calls() {
    return new JpaCallStore(database, queue);
  }

  @Produces
  @ApplicationScoped
  MessageStore messages() {
    return new JpaMessageStore(database, queue);
  }

  @Produces
  @ApplicationScoped
  NoteStore notes() {
    return new JpaNoteStore(database, queue);
  }

  @Produces
  @ApplicationScoped
  QualityStore quality() {
    return new JpaQualityStore(database, queue);
  }

  @Produces
  @ApplicationScoped
  ProblemStore problems() {
    return new JpaProblemStore(database, queue);
  }

  @Produces
  @ApplicationScoped
  DeviceTestStore deviceTests() {
    return new JpaDeviceTestStore(database, queue);
  }

  @Produces
  @ApplicationScoped
  SettingStore settings() {
    return new JpaSettingStore(database, queue);
  }

  @Produces
  @ApplicationScoped
  AuditTrail auditTrail() {
    return new JpaAuditTrail(queue);
  }

  @Produces
  @ApplicationScoped
  RecordKeeping keeping() {
    return keeping;
  }

  @Produces
  @Singleton
  AttendanceBook attendance() {
    return attendance;
  }

  @PreDestroy
  synchronized void stop() {
    housekeeping.stop();
    try {
      attendance.close(Instant.now());
    } finally {
      queue.close();
      close();
    }
  }

  /** On a disk that fails it may take long; what is committed is in the file already. */
  private void close() {
    Thread closing = new Thread(database::close, "plenum-store-end");
    closing.setDaemon(true);
    closing.start();
    try {
      closing.join(CLOSING.toMillis());
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
