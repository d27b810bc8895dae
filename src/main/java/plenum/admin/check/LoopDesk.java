package plenum.admin.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import plenum.identity.Actor;
import plenum.identity.RandomText;
import plenum.media.Place;
import plenum.media.PlaceKind;
import plenum.media.StreamAction;
import plenum.media.StreamId;
import plenum.media.stream.Streams;
import plenum.media.ticket.Tickets;
import plenum.time.Timers;

/** Streams by which an administrator's browser tries the way to the media node and back. */
@ApplicationScoped
public class LoopDesk {

  /** A loop takes some seconds; what is left of it ends then. */
  private static final Duration LIFE = Duration.ofMinutes(1);

  @Inject Streams streams;
  @Inject Tickets tickets;
  @Inject Timers timers;

  /**
   * One loop.
   *
   * @param publish where to send the offer to publish
   * @param play where to send the offer to play it
   */
  public record Loop(String publish, String play) {}

  /** A new stream in a place of its own, for a minute. */
  public Loop open(Actor actor) {
    Place nowhere = new Place(PlaceKind.CALL, "check-" + RandomText.unguessable());
    StreamId stream = streams.open(nowhere, "camera");
    timers.after(LIFE, () -> streams.close(stream));
    return new Loop(
        tickets.issue(actor, StreamAction.PUBLISH, stream).url(),
        tickets.issue(actor, StreamAction.PLAY, stream).url());
  }
}
