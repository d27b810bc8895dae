package plenum.signal.note;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import plenum.chat.NoteEvent.NoteGone;
import plenum.chat.NoteEvent.NoteLeft;
import plenum.identity.PersonId;
import plenum.signal.protocol.Connections;
import plenum.signal.protocol.ServerMessage;

/** Tells people of their notes, on all their pages. */
@ApplicationScoped
class NoteNews {

  private Connections connections;

  /** For the container's proxy only. */
  protected NoteNews() {}

  @Inject
  NoteNews(Connections connections) {
    this.connections = connections;
  }

  void left(@Observes NoteLeft event) {
    tell(event.to(), new NoteAnswer.Note(NoteView.of(event.note())));
  }

  void gone(@Observes NoteGone event) {
    tell(event.to(), new NoteAnswer.NoteGone(event.note().value()));
  }

  private void tell(PersonId person, ServerMessage message) {
    connections.of(person).forEach(connection -> connection.send(message));
  }
}
