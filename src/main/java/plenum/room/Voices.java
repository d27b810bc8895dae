package plenum.room;

import java.time.Duration;
import plenum.room.RoomEvent.SpeakingChanged;
import plenum.time.Timers;

/**
 * Who speaks, as the media node hears it, or where it does not, their pages; part of a step of the
 * registry. Of one seat four changes a second are told at most: what is said in between is told
 * afterwards, if it is still so.
 */
final class Voices {

  static final Duration REST = Duration.ofMillis(250);

  private final Timers timers;
  private final Steps steps;

  Voices(Timers timers, Steps steps) {
    this.timers = timers;
    this.steps = steps;
  }

  /** The page says so; it counts where the media node does not hear it by itself. */
  void says(Seat seat, boolean speaking, Consequences entails) {
    if (!seat.voice().isHeard()) {
      take(seat, speaking, entails);
    }
  }

  /** The media node says so. */
  void heard(Seat seat, boolean speaking, Consequences entails) {
    seat.voice().heard(speaking);
    take(seat, speaking, entails);
  }

  /** Of a member whom nobody can hear it is not believed. */
  private void take(Seat seat, boolean speaking, Consequences entails) {
    if (seat.voice().says(speaking && seat.isHeard())) {
      tell(seat, entails);
    }
  }

  /** The member may be heard no longer, or again. */
  void devicesChanged(Seat seat, Consequences entails) {
    if (!seat.isHeard()) {
      silence(seat, entails);
    } else if (seat.voice().isHeard()) {
      take(seat, seat.voice().isHeardSpeaking(), entails);
    }
  }

  /** What the media node reported last: a voice that is not on air is heard by nobody. */
  void onAirChanged(Seat seat, Consequences entails) {
    if (!seat.streams().isHeard()) {
      seat.voice().unheard();
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
