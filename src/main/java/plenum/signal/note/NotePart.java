package plenum.signal.note;

import java.util.List;
import java.util.Optional;
import plenum.call.Calls;
import plenum.chat.ChatRefused;
import plenum.chat.ChatRefused.Reason;
import plenum.chat.MessageId;
import plenum.chat.Notes;
import plenum.identity.PersonId;
import plenum.presence.Presence;
import plenum.signal.note.NoteMessage.LeaveNote;
import plenum.signal.note.NoteMessage.ListNotes;
import plenum.signal.note.NoteMessage.ReadNote;
import plenum.signal.protocol.Act;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Part;
import plenum.signal.protocol.ServerMessage;

/** Does what clients ask for about notes. */
final class NotePart implements Part {

  private final Notes notes;
  private final Presence presence;
  private final Calls calls;

  NotePart(Notes notes, Presence presence, Calls calls) {
    this.notes = notes;
    this.presence = presence;
    this.calls = calls;
  }

  @Override
  public List<Act<?>> acts() {
    return List.of(
        Act.of(LeaveNote.class, this::leave),
        Act.of(ListNotes.class, this::list),
        Act.of(ReadNote.class, this::read));
  }

  @Override
  public Optional<Record> greeting(Connection connection) {
    return Optional.of(new NoteGreeting(notes.of(connection.person()).size()));
  }

  private void leave(Connection connection, LeaveNote message) {
    PersonId to =
        Optional.of(message.person())
            .filter(PersonId::isOne)
            .map(PersonId::new)
            .filter(person -> isKnown(connection, person))
            .orElseThrow(() -> new ChatRefused(Reason.NO_SUCH_PERSON, "no-such-person"));
    notes.leave(connection.actor(), to, message.text());
    connection.send(new ServerMessage.Done(message.request()));
  }

  /** Who is online anybody sees; of others one knows with whom one had to do. */
  private boolean isKnown(Connection connection, PersonId person) {
    return presence.person(person).filter(online -> !online.outsider()).isPresent()
        || calls.records(connection.person()).stream()
            .anyMatch(record -> record.with().id().equals(person));
  }

  private void list(Connection connection, ListNotes message) {
    List<NoteView> own = notes.of(connection.person()).stream().map(NoteView::of).toList();
    connection.send(new NoteAnswer.Notes(message.request(), own));
  }

  private void read(Connection connection, ReadNote message) {
    MessageId.parse(message.note()).ifPresent(note -> notes.read(connection.actor(), note));
    connection.send(new ServerMessage.Done(message.request()));
  }
}
