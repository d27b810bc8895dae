package plenum.room;

import java.time.Duration;
import plenum.room.RoomEvent.SpeakingChanged;
import plenum.time.Timers;

/**
 * Who speaks, as their pages hear it; part of a step of the registry. Of one seat four changes a
 * second are told at most: what a page says in between is told afterwards, if it is still so.
 */
final class Voices {

  static final Duration REST = Duration.ofMillis(250);

  private final Timers timers;
  private final Steps steps;

  Voices(Timers timers, Steps steps) {
    this.timers = timers;
    this.steps = steps;
  }

  /** The page says so; of a member whom nobody can hear it is not believed. */
  void says(Seat seat, boolean speaking, Consequences entails) {
    if (seat.voice().says(speaking && seat.isHeard())) {
      tell(seat, entails);
    }
  }

  /** The member may be heard no longer. */
  void devicesChanged(Seat seat, Consequences entails) {
    if (!seat.isHeard()) {
      silence(seat, entails);
    }
  }

  /** What the media node reported last: a voice that is not on air is heard by nobody. */
  void onAirChanged(Seat seat, Consequences entails) {
    if (!seat.streams().isHeard()) {
      silence(seat, entails);
    }
  }

  void silence(Seat seat, Consequences entails) {
    if (seat.voice().silence()) {
      changed(seat, entails);
    }
  }

  private void tell(Seat seat, Consequences entails) {
    changed(seat, entails);
    timers.after(REST, () -> rested(seat));
  }

  private void rested(Seat seat) {
    steps.change(
        entails -> {
          boolean news = seat.voice().rested();
          if (news) {
            tell(seat, entails);
          }
          return news;
        });
  }

  private static void changed(Seat seat, Consequences entails) {
    entails.tell(new SpeakingChanged(seat.room().id(), seat.person()));
  }
}
