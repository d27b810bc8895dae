package plenum.call;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import plenum.call.CallEvent.CallAccepted;
import plenum.call.CallEvent.CallOver;
import plenum.call.CallEvent.CallStarted;
import plenum.call.CallEvent.MissedCallsSeen;
import plenum.call.CallRefused.Reason;
import plenum.identity.PersonId;
import plenum.presence.Timers;
import plenum.presence.Timers.Timer;
import plenum.room.RoomEvent.LeaveReason;
import plenum.room.RoomId;
import plenum.room.RoomRefused;
import plenum.settings.CallSettings;

/**
 * The calls of this JVM. One lock guards all of them: of two things that happen at the same moment,
 * one is the first, and the other finds the call as the first left it. What a step entails for
 * others is done after it, in the order of the steps; see {@link News}.
 */
final class InMemoryCalls implements Calls {

  private final CallSettings settings;
  private final Timers timers;
  private final InstantSource clock;
  private final CallRooms rooms;
  private final Function<PersonId, Optional<Party>> online;
  private final CallRecords records;

  private final News news;
  private final CallLog log;
  private final Invitations invitations;
  private final RunningCalls running = new RunningCalls();

  /**
   * @param online finds a person who is online
   */
  InMemoryCalls(
      CallSettings settings,
      Timers timers,
      InstantSource clock,
      CallRooms rooms,
      Function<PersonId, Optional<Party>> online,
      CallRecords records,
      Consumer<CallEvent> events) {
    this.settings = settings;
    this.timers = timers;
    this.clock = clock;
    this.rooms = rooms;
    this.online = online;
    this.records = records;
    this.news = new News(events);
    this.log = new CallLog(records, news::add);
    this.invitations = new Invitations(news, this::later, settings.ring());
  }

  @Override
  public Call start(PersonId from, String page, PersonId to) {
    return decide(
        () -> {
          if (from.equals(to)) {
            throw new CallRefused(Reason.CALL_YOURSELF, "You cannot call yourself.");
          }
          return running
              .of(from)
              .filter(call -> call.now().isRinging() && call.now().isFrom(to))
              .map(theirs -> answer(theirs, page, true))
              .orElseGet(() -> ring(requireFree(from), to));
        });
  }

  private Party requireFree(PersonId from) {
    if (running.of(from).isPresent()) {
      throw new CallRefused(
          Reason.ALREADY_IN_A_CALL, "You are in a call already, perhaps in another tab.");
    }
    return requireOnline(from);
  }

  private Call ring(Party from, PersonId called) {
    Party to = requireOnline(called);
    if (running.of(called).isPresent()) {
      log.busy(from, to, clock.instant());
      throw busy(to);
    }
    if (running.size() >= settings.max()) {
      throw new CallRefused(
          Reason.TOO_MANY_CALLS,
          "There are %d calls at this moment, as many as this server permits. Try again later."
              .formatted(settings.max()));
    }
    RoomId room = rooms.open(from.id(), to.id());
    RunningCall call = new RunningCall(Call.ringing(from, to, room, clock.instant()));
    running.add(call);
    call.keep(later(settings.ring(), () -> missed(call)));
    expectSeat(call, from.id());
    news.add(new CallStarted(call.now()));
    return call.now();
  }

  private void missed(RunningCall call) {
    if (running.holds(call) && call.now().isRinging()) {
      over(call, CallState.MISSED);
    }
  }

  @Override
  public Call accept(CallId id, PersonId person, String page, boolean video) {
    return decide(
        () -> {
          RunningCall call = existing(id, person);
          if (!call.now().isTo(person)) {
            throw notAllowed("You cannot answer your own call.");
          }
          if (call.isAnsweredBy(page)) {
            return call.now();
          }
          requireRinging(call);
          return answer(call, page, video);
        });
  }

  private Call answer(RunningCall call, String page, boolean video) {
    call.accepted(call.now().accepted(clock.instant(), video), page);
    expectSeat(call, call.now().to().id());
    news.add(new CallAccepted(call.now()));
    return call.now();
  }

  @Override
  public Call reject(CallId id, PersonId person) {
    return decide(
        () -> {
          RunningCall call = existing(id, person);
          if (!call.now().isTo(person)) {
            throw notAllowed("You cannot reject your own call.");
          }
          requireRinging(call);
          return over(call, CallState.REJECTED);
        });
  }

  @Override
  public Call cancel(CallId id, PersonId person) {
    return decide(
        () -> {
          RunningCall call = existing(id, person);
          if (!call.now().isFrom(person)) {
            throw notAllowed("Only who called can cancel it.");
          }
          return hangUp(call, person, EndReason.LEFT);
        });
  }

  @Override
  public Call end(CallId id, PersonId person) {
    return decide(() -> hangUp(existing(id, person), person, EndReason.LEFT));
  }

  /** What it means depends on how far the call is, and who hangs up or is gone. */
  private Call hangUp(RunningCall call, PersonId person, EndReason reason) {
    if (!call.now().isRinging()) {
      return over(call, CallState.ENDED, reason);
    }
    boolean caller = call.now().isFrom(person);
    if (reason == EndReason.LEFT) {
      return over(call, caller ? CallState.CANCELLED : CallState.REJECTED);
    }
    return caller
        ? over(call, CallState.CANCELLED, reason)
        : over(call, CallState.MISSED, EndReason.OFFLINE);
  }

  @Override
  public Call add(CallId id, PersonId person, PersonId third) {
    return decide(
        () -> {
          RunningCall call = existing(id, person);
          if (person.equals(third)) {
            throw new CallRefused(Reason.CALL_YOURSELF, "You are in this call already.");
          }
          if (call.now().isRinging()) {
            throw new CallRefused(
                Reason.CALL_RINGING, "Wait for the answer before you add somebody.");
          }
          Party guest = requireOnline(third);
          if (running.of(third).isPresent()) {
            throw busy(guest);
          }
          makeGroup(call.now(), person);
          Party by = call.now().isFrom(person) ? call.now().from() : call.now().to();
          Call ended = over(call, CallState.ENDED, EndReason.GROUP);
          invitations.invite(third, by, ended.room());
          return ended;
        });
  }

  /** In one step with the rest: whoever leaves meanwhile would end the call, and its room. */
  private void makeGroup(Call call, PersonId owner) {
    boolean named = false;
    for (int number = 1; !named; number++) {
      try {
        rooms.makeGroup(
            call.room(), GroupName.of(call.from().name(), call.to().name(), number), owner);
        named = true;
      } catch (RoomRefused refused) {
        if (refused.reason() != RoomRefused.Reason.ROOM_NAME_TAKEN) {
          throw refused;
        }
      }
    }
  }

  @Override
  public synchronized Optional<Call> of(PersonId person) {
    return running.of(person).map(RunningCall::now);
  }

  @Override
  public synchronized Optional<Invitation> invitation(PersonId person) {
    return invitations.of(person);
  }

  @Override
  public void decline(PersonId person, RoomId room) {
    react(() -> invitations.answered(person, room));
  }

  @Override
  public List<CallRecord> records(PersonId person) {
    return records.of(person);
  }

  @Override
  public int missed(PersonId person) {
    return records.missed(person);
  }

  @Override
  public void markSeen(PersonId person) {
    react(
        () -> {
          records.markSeen(person);
          news.add(new MissedCallsSeen(person));
        });
  }

  @Override
  public void joined(RoomId room, PersonId person) {
    react(() -> invitations.answered(person, room));
  }

  @Override
  public void left(RoomId room, PersonId person, LeaveReason reason) {
    EndReason why = reason == LeaveReason.LOST ? EndReason.LOST : EndReason.LEFT;
    react(
        () ->
            running
                .in(room)
                .filter(call -> call.needs(person))
                // Events may come late: who sits there again has not left.
                .filter(call -> !rooms.isSeated(room, person))
                .ifPresent(call -> hangUp(call, person, why)));
  }

  @Override
  public void offline(PersonId person) {
    react(
        () -> {
          if (online.apply(person).isPresent()) {
            return; // Back already.
          }
          running.of(person).ifPresent(call -> hangUp(call, person, EndReason.LOST));
          invitations.forget(person);
        });
  }

  private void expectSeat(RunningCall call, PersonId person) {
    call.keep(later(settings.seatPatience(), () -> requireSeat(call, person)));
  }

  private void requireSeat(RunningCall call, PersonId person) {
    if (running.holds(call) && !rooms.isSeated(call.now().room(), person)) {
      hangUp(call, person, EndReason.LOST);
    }
  }

  private Call over(RunningCall call, CallState end) {
    return over(call, end, Optional.empty());
  }

  private Call over(RunningCall call, CallState end, EndReason reason) {
    return over(call, end, Optional.of(reason));
  }

  private Call over(RunningCall call, CallState end, Optional<EndReason> reason) {
    running.remove(call);
    Call over = call.over(end, reason);
    Instant now = clock.instant();
    news.add(new CallOver(over));
    log.over(over, now);
    if (reason.filter(why -> why == EndReason.GROUP).isEmpty()) {
      news.then(() -> rooms.close(over.room()));
    }
    return over;
  }

  private RunningCall existing(CallId id, PersonId person) {
    return running
        .find(id, person)
        .orElseThrow(() -> new CallRefused(Reason.CALL_OVER, "This call is over."));
  }

  private static void requireRinging(RunningCall call) {
    if (!call.now().isRinging()) {
      throw new CallRefused(Reason.CALL_ANSWERED, "You answered this call in another tab.");
    }
  }

  private Party requireOnline(PersonId person) {
    return online
        .apply(person)
        .orElseThrow(
            () -> new CallRefused(Reason.PERSON_OFFLINE, "This person just went offline."));
  }

  private static CallRefused busy(Party to) {
    return new CallRefused(
        Reason.PERSON_BUSY, "%s is in a call. Try again later.".formatted(to.name()));
  }

  private static CallRefused notAllowed(String sentence) {
    return new CallRefused(Reason.NOT_ALLOWED, sentence);
  }

  private Timer later(Duration delay, Runnable step) {
    return timers.after(delay, () -> react(step));
  }

  private void react(Runnable step) {
    decide(
        () -> {
          step.run();
          return step;
        });
  }

  private <T> T decide(Supplier<T> step) {
    try {
      synchronized (this) {
        return step.get();
      }
    } finally {
      news.tell();
    }
  }
}
