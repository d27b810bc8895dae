package plenum.call;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import plenum.call.CallEvent.InvitationOver;
import plenum.call.CallEvent.PersonInvited;
import plenum.identity.PersonId;
import plenum.room.RoomId;
import plenum.time.Timers.Timer;

/** The invitations that wait, at most one a person; guarded by the registry's lock. */
final class Invitations {

  private record Waiting(Invitation invitation, Timer expiry) {}

  private final Consumer<CallEvent> news;
  private final Clockwork clockwork;
  private final Supplier<Duration> patience;
  private final Map<PersonId, Waiting> byPerson = new HashMap<>();

  /** Runs a step under the registry's lock, later. */
  interface Clockwork {
    Timer after(Duration delay, Runnable step);
  }

  Invitations(Consumer<CallEvent> news, Clockwork clockwork, Supplier<Duration> patience) {
    this.news = news;
    this.clockwork = clockwork;
    this.patience = patience;
  }

  Optional<Invitation> of(PersonId person) {
    return Optional.ofNullable(byPerson.get(person)).map(Waiting::invitation);
  }

  /** The newest one replaces the one before. */
  void invite(PersonId person, Party by, RoomId room) {
    of(person).ifPresent(this::over);
    Invitation invitation = new Invitation(person, by, room);
    Timer expiry = clockwork.after(patience.get(), () -> over(invitation));
    byPerson.put(person, new Waiting(invitation, expiry));
    news.accept(new PersonInvited(invitation));
  }

  /** The person followed or declined an invitation to the room, if there is one. */
  void answered(PersonId person, RoomId room) {
    of(person).filter(invitation -> invitation.room().equals(room)).ifPresent(this::over);
  }

  /** Nobody is there to follow it. */
  void forget(PersonId person) {
    of(person).ifPresent(this::over);
  }

  private void over(Invitation invitation) {
    // A timer that fires meanwhile finds another invitation, or none.
    if (of(invitation.person()).filter(waiting -> waiting == invitation).isPresent()) {
      byPerson.remove(invitation.person()).expiry().cancel();
      news.accept(new InvitationOver(invitation));
    }
  }
}
