package plenum.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plenum.identity.PersonId;
import plenum.time.Timers.Timer;

/** A call that is not over, with what waits for it; guarded by the registry's lock. */
final class RunningCall {

  private Call call;
  private String answeredBy = "";
  private final List<Timer> timers = new ArrayList<>();

  RunningCall(Call call) {
    this.call = call;
  }

  /** As it stands now. */
  Call now() {
    return call;
  }

  void accepted(Call answered, String page) {
    call = answered;
    answeredBy = page;
  }

  boolean isAnsweredBy(String page) {
    return answeredBy.equals(page);
  }

  /** Whether the seat of this person matters: until the answer, only the caller has one. */
  boolean needs(PersonId person) {
    return call.isRinging() ? call.isFrom(person) : call.isFrom(person) || call.isTo(person);
  }

  void keep(Timer timer) {
    timers.add(timer);
  }

  Call over(CallState end, Optional<EndReason> reason) {
    timers.forEach(Timer::cancel);
    return call.over(end, reason);
  }
}
