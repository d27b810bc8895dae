package plenum.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.chat.NoteEvent.NoteGone;
import plenum.chat.NoteEvent.NoteLeft;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.room.RoomsForTests;
import plenum.settings.ChatSettings;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;

class NotesTest {

  private static final int MOST = 2;

  private final ManualTimers timers = new ManualTimers();
  private final Kept store = new Kept();
  private final List<NoteEvent> events = new ArrayList<>();
  private final Actor ada = Actors.named("Ada");
  private final Actor bob = Actors.named("Bob");
  private final Actor eve = Actors.named("Eve");
  private Notes notes;

  /** What outlasts a run. */
  private static final class Kept implements NoteStore {
    private final Map<MessageId, Note> notes = new LinkedHashMap<>();

    @Override
    public List<Note> all() {
      return List.copyOf(notes.values());
    }

    @Override
    public void put(Note note) {
      notes.put(note.id(), note);
    }

    @Override
    public void remove(MessageId note) {
      notes.remove(note);
    }

    @Override
    public void erase(PersonId person) {
      notes.values().removeIf(note -> note.isOf(person));
    }
  }

  @BeforeEach
  void begin() {
    notes =
        new InMemoryNotes(
            () -> new ChatSettings(20, 5, 10, Duration.ZERO, 0, MOST, 30),
            RoomsForTests.rights(),
            () -> Instant.EPOCH.plusNanos(timers.nanoTime()),
            timers::nanoTime,
            store,
            events::add);
  }

  private static List<String> texts(List<Note> notes) {
    return notes.stream().map(Note::text).toList();
  }

  private void refused(String code, Actor actor, PersonId to, String text) {
    assertEquals(code, assertThrows(ChatRefused.class, () -> notes.leave(actor, to, text)).code());
  }

  @Test
  void areThereUntilTheyAreRead() {
    Note note = notes.leave(ada, bob.person(), " missed\r\nyou ");
    assertEquals(List.of(new NoteLeft(bob.person(), note)), events);
    begin();

    assertEquals(List.of("missed\nyou"), texts(notes.of(bob.person())));
    assertEquals(List.of(), notes.of(ada.person()));
    notes.read(ada, note.id());
    assertEquals(1, notes.of(bob.person()).size());
    notes.read(bob, note.id());
    notes.read(bob, note.id());
    assertEquals(List.of(), store.all());
    assertEquals(new NoteGone(bob.person(), note.id()), events.get(1));
    assertEquals(2, events.size());
  }

  @Test
  void areRefusedWhereNobodyCouldReadThem() {
    refused("message-invalid", ada, bob.person(), "\n");
    refused("message-invalid", ada, bob.person(), "x".repeat(21));
    refused("not-allowed", ada, ada.person(), "me");
  }

  @Test
  void areBoundedOfEachReceiverAndEachWriter() {
    notes.leave(ada, bob.person(), "1");
    notes.leave(eve, bob.person(), "2");
    refused("too-many-notes", ada, bob.person(), "3");
    notes.leave(ada, eve.person(), "4");
    notes.leave(ada, eve.person(), "5");
    refused("too-many-notes", ada, eve.person(), "6");
    refused("too-many-messages", ada, Actors.named("Zoe").person(), "7");
  }

  @Test
  void areGoneWhenTheyAreTooOld() {
    notes.leave(ada, bob.person(), "old");
    timers.pass(Duration.ofDays(30).plusSeconds(1));
    notes.leave(ada, bob.person(), "new");
    assertEquals(1, notes.dropOld());
    assertEquals(0, notes.dropOld());

    assertEquals(List.of("new"), texts(notes.of(bob.person())));
    assertEquals(List.of("new"), texts(store.all()));
  }

  @Test
  void areGoneWithWhoIsErased() {
    notes.leave(ada, bob.person(), "from Ada");
    notes.leave(bob, ada.person(), "for Ada");
    notes.leave(bob, eve.person(), "for Eve");
    assertEquals(2, notes.about(ada.person()).size());
    notes.forget(ada.person());

    assertEquals(List.of(), notes.about(ada.person()));
    assertEquals(List.of("for Eve"), texts(store.all()));
  }
}
