package plenum.signal.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import plenum.media.PicturesShort;
import plenum.media.SoundsHeard;
import plenum.media.StreamId;
import plenum.media.stream.Receivers;
import plenum.signal.protocol.Connections;

/** Tells a person's pages what they receive, and what not; each knows its own receivers. */
@ApplicationScoped
class ReceivingNews {

  private Receivers receivers;
  private Connections connections;

  /** For the container's proxy only. */
  protected ReceivingNews() {}

  @Inject
  ReceivingNews(Receivers receivers, Connections connections) {
    this.receivers = receivers;
    this.connections = connections;
  }

  void heard(@Observes SoundsHeard event) {
    tell(event.receiver(), ReceivingAnswer.SoundsAssigned.of(event));
  }

  void shortOf(@Observes PicturesShort event) {
    tell(event.receiver(), ReceivingAnswer.PicturesShort.of(event));
  }

  private void tell(StreamId receiver, ReceivingAnswer told) {
    receivers
        .person(receiver)
        .ifPresent(person -> connections.of(person).forEach(page -> page.send(told)));
  }
}
