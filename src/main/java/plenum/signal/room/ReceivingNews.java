package plenum.signal.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import plenum.media.SoundsHeard;
import plenum.media.stream.Receivers;
import plenum.signal.protocol.Connections;

/** Tells a person's pages whose sound they receive; each knows its own receivers. */
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
    ReceivingAnswer.SoundsAssigned told = ReceivingAnswer.SoundsAssigned.of(event);
    receivers
        .person(event.receiver())
        .ifPresent(person -> connections.of(person).forEach(page -> page.send(told)));
  }
}
