package plenum.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import plenum.right.Rights;
import plenum.settings.ChatSettings;
import plenum.settings.Current;
import plenum.time.Timers;

/** Wires the notes to the application. */
@ApplicationScoped
class NotesProducer {

  private static final Duration ROUND = Duration.ofHours(1);

  private Notes notes;
  private Timers timers;

  /** For the container's proxy only. */
  protected NotesProducer() {}

  @Inject
  NotesProducer(
      Current<ChatSettings> settings,
      Rights rights,
      NoteStore store,
      Timers timers,
      Event<NoteEvent> events) {
    this.timers = timers;
    notes =
        new InMemoryNotes(
            settings, rights, InstantSource.system(), System::nanoTime, store, events::fire);
    again();
  }

  private void again() {
    timers.after(
        ROUND,
        () -> {
          again();
          notes.dropOld();
        });
  }

  @Produces
  @ApplicationScoped
  Notes notes() {
    return notes;
  }
}
