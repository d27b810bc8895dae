package plenum.room;

import java.time.Duration;
import java.util.function.Supplier;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.right.Rights;
import plenum.right.RoomAct;
import plenum.room.RoomEvent.StageChanged;
import plenum.room.RoomRefused.Reason;
import plenum.time.Timers;

/** How the stage goes from hand to hand; part of a step of the registry. */
final class Staging {

  private final Rights rights;
  private final Supplier<Duration> prepare;
  private final Supplier<Duration> pause;
  private final Timers timers;
  private final Steps steps;
  private final Publishing publishing;

  /**
   * @param prepare how long the stage is reserved for somebody who shows nothing yet
   * @param pause how long it is kept for somebody whose screen went off air
   */
  Staging(
      Rights rights,
      Supplier<Duration> prepare,
      Supplier<Duration> pause,
      Timers timers,
      Steps steps,
      Publishing publishing) {
    this.rights = rights;
    this.prepare = prepare;
    this.pause = pause;
    this.timers = timers;
    this.steps = steps;
    this.publishing = publishing;
  }

  void take(Seat seat, Consequences entails) {
    Stage stage = stageOf(seat);
    if (stage.isHeldBy(seat)) {
      return;
    }
    stage
        .holder()
        .ifPresent(
            holder -> {
              throw new RoomRefused(Reason.STAGE_BUSY, "stage-busy", holder.name());
            });
    entails.actIfRefused(seat.actor(), Deeds.SHARE, seat.room().id());
    requireRight(seat);
    reserve(seat, entails);
  }

  private void requireRight(Seat seat) {
    if (!mayShare(seat)) {
      throw new RoomRefused(Reason.NOT_ALLOWED, "not-allowed.share");
    }
  }

  private boolean mayShare(Seat seat) {
    return rights.may(seat.actor(), RoomAct.SHARE, seat.room().rules());
  }

  /** Who may share has changed. */
  void rulesChanged(Room room, Consequences entails) {
    room.stage()
        .holder()
        .filter(holder -> !mayShare(holder))
        .ifPresent(holder -> free(holder, entails));
  }

  private void reserve(Seat seat, Consequences entails) {
    stageOf(seat).give(seat);
    expect(seat, prepare.get());
    changed(seat, entails);
  }

  void leave(Seat seat, Consequences entails) {
    if (stageOf(seat).isHeldBy(seat)) {
      free(seat, entails);
    }
  }

  void request(Seat seat, Consequences entails) {
    entails.actIfRefused(seat.actor(), Deeds.SHARE, seat.room().id());
    requireRight(seat);
    Stage stage = stageOf(seat);
    if (stage.holder().isEmpty()) {
      throw new RoomRefused(Reason.STAGE_FREE, "stage-free");
    }
    if (!stage.isHeldBy(seat) && stage.request(seat.person())) {
      changed(seat, entails);
    }
  }

  void withdraw(Seat seat, Consequences entails) {
    withdraw(seat, seat.person(), entails);
  }

  void decline(Seat seat, PersonId member, Consequences entails) {
    requireHeld(seat);
    withdraw(seat, member, entails);
  }

  private void withdraw(Seat seat, PersonId member, Consequences entails) {
    if (stageOf(seat).withdraw(member)) {
      changed(seat, entails);
    }
  }

  void grant(Seat seat, PersonId member, Consequences entails) {
    requireHeld(seat);
    Seat next =
        seat.room()
            .seat(member)
            .filter(asking -> stageOf(seat).isRequestedBy(member))
            .orElseThrow(() -> new RoomRefused(Reason.NO_SUCH_REQUEST, "no-such-request"));
    requireRight(next);
    publishing.end(seat, StreamSource.SCREEN, entails);
    reserve(next, entails);
  }

  void takeBack(Actor actor, Seat seat, Consequences entails) {
    entails.act(actor, Deeds.STOP_SHARE, seat.room().id());
    if (!rights.may(actor, RoomAct.STOP_SHARE, seat.room().rules())) {
      throw new RoomRefused(Reason.NOT_ALLOWED, "not-allowed.stage");
    }
    stageOf(seat).holder().ifPresent(holder -> free(holder, entails));
  }

  /**
   * A screen is published from the stage only.
   *
   * @throws RoomRefused {@code NOT_ON_STAGE}
   */
  void requirePermitted(Seat seat, StreamSource source) {
    if (source == StreamSource.SCREEN) {
      requireHeld(seat);
    }
  }

  private void requireHeld(Seat seat) {
    if (!stageOf(seat).isHeldBy(seat)) {
      throw new RoomRefused(Reason.NOT_ON_STAGE, "not-on-stage");
    }
  }

  /** The seat's streams changed, and the screen perhaps among them. */
  void look(Seat seat, Consequences entails) {
    Stage stage = stageOf(seat);
    if (!stage.isHeldBy(seat) || !stage.show(seat.streams().isOnAir(StreamSource.SCREEN))) {
      return;
    }
    if (stage.isOnAir()) {
      stage.stopWaiting();
    } else {
      expect(seat, pause.get());
    }
    changed(seat, entails);
  }

  /** Whoever sits there came back in the same page, which may go on sharing. */
  void returned(Seat seat) {
    Stage stage = stageOf(seat);
    if (stage.isHeldBy(seat) && !stage.isOnAir() && !stage.isWaiting()) {
      expect(seat, pause.get());
    }
  }

  /** The page that shared or asked is gone; the caller ends its streams. */
  void pageGone(Seat seat, Consequences entails) {
    if (stageOf(seat).isHeldBy(seat)) {
      stageOf(seat).free();
      changed(seat, entails);
    } else {
      withdraw(seat, entails);
    }
  }

  /** Whoever sits there is called otherwise. */
  void renamed(Seat seat, Consequences entails) {
    if (stageOf(seat).isHeldBy(seat)) {
      changed(seat, entails);
    }
  }

  private void free(Seat holder, Consequences entails) {
    publishing.end(holder, StreamSource.SCREEN, entails);
    stageOf(holder).free();
    changed(holder, entails);
  }

  private void expect(Seat holder, Duration patience) {
    Stage stage = stageOf(holder);
    long wait = stage.nextTurn();
    stage.waitFor(timers.after(patience, () -> lapse(holder, wait)));
  }

  private void lapse(Seat holder, long wait) {
    steps.change(
        entails -> {
          // While the connection is broken, the seat's own timer decides.
          boolean over = stageOf(holder).isOver(wait) && holder.isConnected();
          if (over) {
            free(holder, entails);
          }
          return over;
        });
  }

  private static Stage stageOf(Seat seat) {
    return seat.room().stage();
  }

  private static void changed(Seat seat, Consequences entails) {
    entails.tell(new StageChanged(seat.room().id()));
  }
}
