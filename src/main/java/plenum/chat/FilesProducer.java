package plenum.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import plenum.chat.file.Uploads;
import plenum.settings.Current;
import plenum.settings.FileSettings;
import plenum.store.DataDirectory;
import plenum.store.Storage;
import plenum.time.Timers;

/** Wires the files of chats to the application. */
@ApplicationScoped
class FilesProducer {

  private static final String FOLDER = "files";
  private static final Duration ROUND = Duration.ofSeconds(30);

  private Uploads uploads;
  private Timers timers;

  /** For the container's proxy only. */
  protected FilesProducer() {}

  @Inject
  FilesProducer(
      Current<FileSettings> settings, DataDirectory data, Storage storage, Timers timers) {
    this.uploads =
        new Uploads(settings, InstantSource.system(), data.path().resolve(FOLDER), storage);
    this.timers = timers;
    again();
  }

  private void again() {
    timers.after(
        ROUND,
        () -> {
          again();
          uploads.dropOld();
          uploads.tryAgain();
        });
  }

  @Produces
  @Singleton
  Uploads uploads() {
    return uploads;
  }
}
