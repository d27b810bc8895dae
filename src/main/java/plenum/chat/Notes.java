package plenum.chat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import plenum.chat.ChatRefused.Reason;
import plenum.chat.NoteEvent.NoteGone;
import plenum.chat.NoteEvent.NoteLeft;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.order.Guard;
import plenum.right.Rights;
import plenum.room.NamedPerson;
import plenum.settings.ChatSettings;
import plenum.settings.Current;
import plenum.time.Pace;

/**
 * What people leave for others who are online or not, until it is read or too old. Thread-safe;
 * calls return at once. What cannot be done is thrown as {@link ChatRefused} and changed nothing.
 */
public final class Notes {

  private final Current<ChatSettings> settings;
  private final Rights rights;
  private final InstantSource clock;
  private final NoteStore store;
  private final Consumer<NoteEvent> events;
  private final Pace<PersonId> pace;
  private final Guard guard = new Guard();

  /** The oldest is the first. */
  private final Map<MessageId, Note> notes = new LinkedHashMap<>();

  /** What the store keeps is there from the beginning. */
  Notes(
      Current<ChatSettings> settings,
      Rights rights,
      InstantSource clock,
      LongSupplier nanoTime,
      NoteStore store,
      Consumer<NoteEvent> events) {
    this.settings = settings;
    this.rights = rights;
    this.clock = clock;
    this.store = store;
    this.events = events;
    this.pace = new Pace<>(() -> settings.now().rate(), ChatSettings.WINDOW.toNanos(), nanoTime);
    store.all().forEach(note -> notes.put(note.id(), note));
  }

  /**
   * Leaves something for somebody, of whom it is known that there is such a person.
   *
   * @throws ChatRefused {@code MESSAGE_INVALID}, {@code NOT_ALLOWED}, {@code TOO_MANY_MESSAGES},
   *     {@code TOO_MANY_NOTES} when that one has so many already
   */
  public Note leave(Actor actor, PersonId to, String raw) {
    if (!rights.maySeeSite(actor) || actor.person().equals(to)) {
      throw new ChatRefused(Reason.NOT_ALLOWED, "not-allowed.note");
    }
    int longest = settings.now().length();
    String text =
        MessageText.of(raw, longest)
            .orElseThrow(() -> new ChatRefused(Reason.MESSAGE_INVALID, "message-invalid", longest));
    if (!pace.take(actor.person())) {
      throw new ChatRefused(Reason.TOO_MANY_MESSAGES, "too-many-messages");
    }
    NamedPerson from = new NamedPerson(actor.person(), actor.name());
    return guard.change(() -> add(new Note(MessageId.fresh(), to, from, text, now())));
  }

  private Note add(Note note) {
    if (of(note.to()).size() >= settings.now().notes()) {
      throw new ChatRefused(Reason.TOO_MANY_NOTES, "too-many-notes");
    }
    notes.put(note.id(), note);
    store.put(note);
    tell(new NoteLeft(note.to(), note));
    return note;
  }

  /** What was left for somebody and not read yet, the oldest first. */
  public List<Note> of(PersonId person) {
    return matching(note -> note.to().equals(person));
  }

  /** What somebody left that is not read yet, and what was left for that one. */
  List<Note> about(PersonId person) {
    return matching(note -> note.isOf(person));
  }

  private List<Note> matching(Predicate<Note> which) {
    return guard.look(() -> notes.values().stream().filter(which).toList());
  }

  /** The actor has read one of the own; does nothing when there is no such one any more. */
  public void read(Actor actor, MessageId id) {
    guard.run(
        () -> {
          Note note = notes.get(id);
          if (note != null && note.to().equals(actor.person())) {
            remove(note);
          }
        });
  }

  private void remove(Note note) {
    notes.remove(note.id());
    store.remove(note.id());
    tell(new NoteGone(note.to(), note.id()));
  }

  /** Nobody's act: those that are too old are gone. */
  public void dropOld() {
    Instant old = now().minus(Duration.ofDays(settings.now().noteDays()));
    guard.run(() -> matching(note -> note.at().isBefore(old)).forEach(this::remove));
  }

  /** Nobody's act: somebody is known no longer. */
  void forget(PersonId person) {
    guard.run(
        () -> {
          about(person).forEach(this::remove);
          store.erase(person);
        });
  }

  private void tell(NoteEvent event) {
    guard.then(() -> events.accept(event));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
