package plenum.signal.note;

import java.util.List;
import java.util.Optional;
import plenum.account.AccountOffice;
import plenum.call.Calls;
import plenum.chat.ChatRefused;
import plenum.chat.ChatRefused.Reason;
import plenum.chat.MessageId;
import plenum.chat.Notes;
import plenum.identity.PersonId;
import plenum.presence.Presence;
import plenum.right.Rights;
import plenum.signal.note.NoteAnswer.Receiver;
import plenum.signal.note.NoteMessage.FindReceivers;
import plenum.signal.note.NoteMessage.LeaveNote;
import plenum.signal.note.NoteMessage.ListNotes;
import plenum.signal.note.NoteMessage.ReadNote;
import plenum.signal.protocol.Act;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Part;
import plenum.signal.protocol.ServerMessage;

/** Does what clients ask for about notes. */
final class NotePart implements Part {

  /** So many people are found at most: who finds more had better say more of the name. */
  private static final int FOUND = 20;

  private static final int SHORTEST = 2;

  private final Notes notes;
  private final Presence presence;
  private final Calls calls;
  private final AccountOffice office;
  private final Rights rights;

  NotePart(Notes notes, Presence presence, Calls calls, AccountOffice office, Rights rights) {
    this.notes = notes;
    this.presence = presence;
    this.calls = calls;
    this.office = office;
    this.rights = rights;
  }

  @Override
  public List<Act<?>> acts() {
    return List.of(
        Act.of(LeaveNote.class, this::leave),
        Act.of(FindReceivers.class, this::find),
        Act.of(ListNotes.class, this::list),
        Act.of(ReadNote.class, this::read));
  }

  @Override
  public Optional<Record> greeting(Connection connection) {
    return Optional.of(
        new NoteGreeting(
            notes.of(connection.person()).size(), rights.mayFindPeople(connection.actor())));
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

  private boolean isKnown(Connection connection, PersonId person) {
    boolean met =
        calls.records(connection.person()).stream()
            .anyMatch(record -> record.with().id().equals(person));
    return rights.mayKnowOf(connection.actor(), isOnline(person), met, hasAccount(person));
  }

  private boolean isOnline(PersonId person) {
    return presence.person(person).filter(online -> !online.outsider()).isPresent();
  }

  private boolean hasAccount(PersonId person) {
    return office.accounts().of(person).filter(account -> !account.blocked()).isPresent();
  }

  private void find(Connection connection, FindReceivers message) {
    String text = message.text().strip();
    boolean asks = text.codePointCount(0, text.length()) >= SHORTEST;
    List<Receiver> found =
        asks && rights.mayFindPeople(connection.actor())
            ? office.accounts().some(text, FOUND).stream()
                .filter(account -> !account.blocked())
                .filter(account -> !account.person().equals(connection.person()))
                .map(account -> new Receiver(account.person().value(), account.name().value()))
                .toList()
            : List.of();
    connection.send(new NoteAnswer.Receivers(message.request(), found));
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
