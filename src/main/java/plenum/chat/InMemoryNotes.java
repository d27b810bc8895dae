package plenum.chat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** The notes of this JVM. */
final class InMemoryNotes implements Notes {

  private final Current<ChatSettings> settings;
  private final Rights rights;
  private final InstantSource clock;
  private final NoteStore store;
  private final Consumer<NoteEvent> events;
  private final Pace<PersonId> pace;
  private final Guard guard = new Guard();

  /** Of each for whom there are some; the oldest is the first. */
  private final Map<PersonId, Map<MessageId, Note>> byReceiver = new HashMap<>();

  /** What the store keeps is there from the beginning. */
  InMemoryNotes(
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
    store.all().forEach(this::put);
  }

  private void put(Note note) {
    byReceiver.computeIfAbsent(note.to(), to -> new LinkedHashMap<>()).put(note.id(), note);
  }

  @Override
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
    put(note);
    store.put(note);
    tell(new NoteLeft(note.to(), note));
    return note;
  }

  @Override
  public List<Note> of(PersonId person) {
    return guard.look(() -> List.copyOf(byReceiver.getOrDefault(person, Map.of()).values()));
  }

  @Override
  public List<Note> about(PersonId person) {
    return matching(note -> note.isOf(person));
  }

  private List<Note> matching(Predicate<Note> which) {
    return guard.look(
        () ->
            byReceiver.values().stream()
                .flatMap(notes -> notes.values().stream())
                .filter(which)
                .toList());
  }

  @Override
  public void read(Actor actor, MessageId id) {
    guard.run(
        () ->
            Optional.ofNullable(byReceiver.getOrDefault(actor.person(), Map.of()).get(id))
                .ifPresent(this::remove));
  }

  private void remove(Note note) {
    Map<MessageId, Note> notes = byReceiver.get(note.to());
    notes.remove(note.id());
    if (notes.isEmpty()) {
      byReceiver.remove(note.to());
    }
    store.remove(note.id());
    tell(new NoteGone(note.to(), note.id()));
  }

  @Override
  public int dropOld() {
    Instant old = now().minus(Duration.ofDays(settings.now().noteDays()));
    return guard.change(
        () -> {
          List<Note> dropped = matching(note -> note.at().isBefore(old));
          dropped.forEach(this::remove);
          return dropped.size();
        });
  }

  @Override
  public void forget(PersonId person) {
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
