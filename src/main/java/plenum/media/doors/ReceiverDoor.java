package plenum.media.doors;

import java.io.InputStream;
import java.util.Optional;
import plenum.http.Body;
import plenum.http.Reply;
import plenum.identity.Actor;
import plenum.media.MediaRefusal;
import plenum.media.Place;
import plenum.media.StreamAction;
import plenum.media.node.NodeOffer;
import plenum.media.stream.Receivers;

/** Begins receivers of people who are about to take a seat, without a ticket. */
public final class ReceiverDoor {

  private final WhipDoor door;
  private final Receivers receivers;

  ReceiverDoor(WhipDoor door, Receivers receivers) {
    this.door = door;
    this.receivers = receivers;
  }

  /**
   * Begins one in a place; its Location names it. Nothing is received by it before the actor has a
   * seat there and has it assigned, and without that it ends soon.
   *
   * @param body the offer
   * @throws MediaRefusal when the node cannot do it, or refuses the offer
   */
  public Reply begin(Actor actor, Place place, InputStream body) {
    String sdp = Body.text(body);
    Receivers.Opened opened = receivers.openAhead(actor, place);
    return door.begin(
        StreamAction.RECEIVE,
        Optional.of(opened.ticket().text()),
        new NodeOffer(opened.receiver(), sdp, actor.address()));
  }
}
