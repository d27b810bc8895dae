package plenum.call;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import plenum.audit.AuditEntry;
import plenum.audit.AuditTrail;
import plenum.call.CallEvent.CallAccepted;
import plenum.call.CallEvent.CallOver;
import plenum.call.CallEvent.CallStarted;
import plenum.call.CallEvent.MissedCallsSeen;
import plenum.call.CallRefused.Reason;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.order.Guard;
import plenum.right.Rights;
import plenum.room.RoomEvent.LeaveReason;
import plenum.room.RoomId;
import plenum.settings.CallSettings;
import plenum.settings.Current;
import plenum.text.Refused;
import plenum.time.Stopwatch;
import plenum.time.Timers;
import plenum.time.Timers.Timer;

/**
 * The calls of this JVM. One lock guards all of them: of two things that happen at the same moment,
 * one is the first, and the other finds the call as the first left it. What a step entails for
 * others is done after it, in the order of the steps; see {@link Guard}.
 */
final class InMemoryCalls implements Calls {

  private final Current<CallSettings> settings;
  private final Rights rights;
  private final Timers timers;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final CallRooms rooms;
  private final Function<PersonId, Optional<Party>> online;
  private final CallRecords records;
  private final AuditTrail trail;
  private final Consumer<CallEvent> events;

  private final Guard guard = new Guard();
  private final CallLog log;
  private final Invitations invitations;
  private final RunningCalls running = new RunningCalls();

  /**
   * @param nanoTime as of {@link Stopwatch#start}
   * @param online finds a person who is online
   * @param trail keeps what was refused; records keep what was done
   */
  InMemoryCalls(
      Current<CallSettings> settings,
      Rights rights,
      Timers timers,
      InstantSource clock,
      LongSupplier nanoTime,
      CallRooms rooms,
      Function<PersonId, Optional<Party>> online,
      CallRecords records,
      AuditTrail trail,
      Consumer<CallEvent> events) {
    this.settings = settings;
    this.rights = rights;
    this.timers = timers;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.rooms = rooms;
    this.online = online;
    this.records = records;
    this.trail = trail;
    this.events = events;
    this.log = new CallLog(records, guard, this::written);
    this.invitations = new Invitations(this::tell, this::later, () -> settings.now().ring());
  }

  @Override
  public void start(Actor actor, PersonId to, boolean text, Consumer<Call> answer) {
    PersonId from = actor.person();
    decide(
        new Deed(actor, "start-call", to.value()),
        answer,
        () -> {
          if (from.equals(to)) {
            throw new CallRefused(Reason.CALL_YOURSELF, "call-yourself");
          }
          if (!rights.maySeeSite(actor)) {
            throw CallRefused.notAllowed("not-allowed.guest-link");
          }
          return running
              .of(from)
              .filter(call -> call.now().isRinging() && call.now().isFrom(to))
              .map(theirs -> answer(theirs, actor.page(), true))
              .orElseGet(() -> ring(requireFree(from), to, text));
        });
  }

  private Party requireFree(PersonId from) {
    if (running.of(from).isPresent()) {
      throw CallRefused.alreadyInACall();
    }
    return requireOnline(from);
  }

  private Call ring(Party from, PersonId called, boolean text) {
    Party to = requireOnline(called);
    if (running.of(called).isPresent()) {
      log.busy(from, to, clock.instant());
      throw CallRefused.busy(to);
    }
    if (running.size() >= settings.now().max()) {
      throw CallRefused.tooManyCalls(settings.now().max());
    }
    RoomId room = rooms.open(from.id());
    RunningCall call = new RunningCall(Call.ringing(from, to, room, text, clock.instant()));
    running.add(call);
    call.keep(later(settings.now().ring(), () -> missed(call)));
    expectSeat(call, from.id());
    tell(new CallStarted(call.now()));
    return call.now();
  }

  private void missed(RunningCall call) {
    if (running.holds(call) && call.now().isRinging()) {
      over(call, CallState.MISSED);
    }
  }

  @Override
  public void accept(Actor actor, CallId id, boolean video, Consumer<Call> answer) {
    decide(
        new Deed(actor, "accept-call", id.value()),
        answer,
        () -> {
          RunningCall call = existing(actor, id);
          if (!rights.mayAnswerCall(actor, call.now().to().id())) {
            throw CallRefused.notAllowed("not-allowed.answer");
          }
          if (call.isAnsweredBy(actor.page())) {
            return call.now();
          }
          requireRinging(call);
          return answer(call, actor.page(), video);
        });
  }

  private Call answer(RunningCall call, String page, boolean video) {
    Stopwatch talk = Stopwatch.start(nanoTime);
    call.accepted(call.now().accepted(clock.instant(), talk, video), page);
    rooms.admit(call.now().room(), call.now().to().id());
    expectSeat(call, call.now().to().id());
    tell(new CallAccepted(call.now()));
    return call.now();
  }

  @Override
  public void reject(Actor actor, CallId id, Consumer<Call> answer) {
    decide(
        new Deed(actor, "reject-call", id.value()),
        answer,
        () -> {
          RunningCall call = existing(actor, id);
          if (!rights.mayAnswerCall(actor, call.now().to().id())) {
            throw CallRefused.notAllowed("not-allowed.reject");
          }
          requireRinging(call);
          return over(call, CallState.REJECTED);
        });
  }

  @Override
  public void cancel(Actor actor, CallId id, Consumer<Call> answer) {
    decide(
        new Deed(actor, "cancel-call", id.value()),
        answer,
        () -> {
          RunningCall call = existing(actor, id);
          if (!rights.mayCancelCall(actor, call.now().from().id())) {
            throw CallRefused.notAllowed("not-allowed.cancel");
          }
          return call.now().isRinging()
              ? over(call, CallState.CANCELLED)
              : over(call, CallState.ENDED, EndReason.LEFT);
        });
  }

  @Override
  public void end(Actor actor, CallId id, Consumer<Call> answer) {
    decide(
        new Deed(actor, "end-call", id.value()),
        answer,
        () -> {
          RunningCall call = existing(actor, id);
          if (!call.now().isRinging()) {
            return over(call, CallState.ENDED, EndReason.LEFT);
          }
          boolean caller = call.now().isFrom(actor.person());
          return over(call, caller ? CallState.CANCELLED : CallState.REJECTED);
        });
  }

  @Override
  public void add(Actor actor, CallId id, PersonId third, Consumer<Call> answer) {
    decide(
        new Deed(actor, "add-to-call", id.value()),
        answer,
        () -> {
          RunningCall call = existing(actor, id);
          Party guest = requireGuest(actor, call, third);
          // In one step with the rest: whoever left meanwhile would end the call, and its room.
          GroupName.firstFree(call.now(), name -> rooms.makeGroup(actor, call.now().room(), name));
          Call ended = over(call, CallState.ENDED, EndReason.GROUP);
          invitations.invite(guest.id(), ended.side(actor.person()), ended.room());
          return ended;
        });
  }

  private Party requireGuest(Actor actor, RunningCall call, PersonId third) {
    if (actor.person().equals(third)) {
      throw new CallRefused(Reason.CALL_YOURSELF, "call-yourself.added");
    }
    if (call.now().isRinging()) {
      throw new CallRefused(Reason.CALL_RINGING, "call-ringing");
    }
    Party guest = requireOnline(third);
    if (running.of(third).isPresent()) {
      throw CallRefused.busy(guest);
    }
    return guest;
  }

  @Override
  public Optional<Call> of(PersonId person) {
    return guard.look(() -> running.of(person).map(RunningCall::now));
  }

  @Override
  public List<Call> running() {
    return guard.look(running::all);
  }

  @Override
  public Optional<Invitation> invitation(PersonId person) {
    return guard.look(() -> invitations.of(person));
  }

  @Override
  public void decline(Actor actor, RoomId room) {
    guard.run(() -> invitations.answered(actor.person(), room));
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
  public void markSeen(Actor actor) {
    inOrder(
        () -> {
          records.markSeen(actor.person());
          written(new MissedCallsSeen(actor.person()));
        });
  }

  @Override
  public void inOrder(Runnable step) {
    guard.run(() -> guard.write(step));
  }

  @Override
  public void joined(RoomId room, PersonId person) {
    guard.run(() -> invitations.answered(person, room));
  }

  @Override
  public void left(RoomId room, PersonId person, LeaveReason reason) {
    EndReason why = reason == LeaveReason.LOST ? EndReason.LOST : EndReason.LEFT;
    guard.run(
        () ->
            running
                .in(room)
                .filter(call -> call.needs(person))
                // Events may come late: who sits there again has not left.
                .filter(call -> !rooms.isSeated(room, person))
                .ifPresent(call -> withoutSeat(call, why)));
  }

  @Override
  public void offline(PersonId person) {
    guard.run(
        () -> {
          if (online.apply(person).isPresent()) {
            return; // Back already.
          }
          // Who needs a seat may be loading the page that takes it, and has its time.
          running
              .of(person)
              .filter(call -> !call.needs(person))
              .ifPresent(call -> over(call, CallState.MISSED, EndReason.OFFLINE));
          invitations.forget(person);
        });
  }

  @Override
  public void erase(PersonId person, Runnable done) {
    guard.run(
        () -> {
          running.of(person).ifPresent(call -> withoutSeat(call, EndReason.LEFT));
          invitations.forget(person);
          guard.write(
              () -> {
                records.erase(person);
                done.run();
              });
        });
  }

  private void expectSeat(RunningCall call, PersonId person) {
    call.keep(later(settings.now().seatPatience(), () -> requireSeat(call, person)));
  }

  private void requireSeat(RunningCall call, PersonId person) {
    if (running.holds(call) && !rooms.isSeated(call.now().room(), person)) {
      withoutSeat(call, EndReason.LOST);
    }
  }

  /** A seat that the call needs is empty; while it rings, that is the caller's. */
  private void withoutSeat(RunningCall call, EndReason reason) {
    if (!call.now().isRinging()) {
      over(call, CallState.ENDED, reason);
    } else if (reason == EndReason.LOST) {
      over(call, CallState.CANCELLED, reason);
    } else {
      over(call, CallState.CANCELLED);
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
    tell(new CallOver(over));
    log.over(over);
    if (reason.filter(why -> why == EndReason.GROUP).isEmpty()) {
      guard.then(() -> rooms.close(over.room()));
    }
    return over;
  }

  private RunningCall existing(Actor actor, CallId id) {
    return running.find(id, actor.person()).orElseThrow(CallRefused::over);
  }

  private static void requireRinging(RunningCall call) {
    if (!call.now().isRinging()) {
      throw CallRefused.answered();
    }
  }

  private Party requireOnline(PersonId person) {
    return online.apply(person).orElseThrow(CallRefused::offline);
  }

  private Timer later(Duration delay, Runnable step) {
    return timers.after(delay, () -> guard.run(step));
  }

  /** What somebody wants, as the audit trail names it. */
  private record Deed(Actor actor, String act, String object) {}

  private void decide(Deed deed, Consumer<Call> answer, Supplier<Call> step) {
    guard.run(
        () -> {
          Call decided = decided(deed, step);
          guard.then(() -> answer.accept(decided));
        });
  }

  private Call decided(Deed deed, Supplier<Call> step) {
    try {
      return step.get();
    } catch (Refused refused) {
      trail.add(AuditEntry.refused(deed.actor(), deed.act(), deed.object(), refused.code()));
      throw refused;
    }
  }

  private void tell(CallEvent event) {
    guard.then(() -> events.accept(event));
  }

  /** Tells, among everything else, of what is written now. */
  private void written(CallEvent event) {
    guard.run(() -> tell(event));
  }
}
