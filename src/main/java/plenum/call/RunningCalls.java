package plenum.call;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plenum.identity.PersonId;
import plenum.room.RoomId;

/** Finds calls by id, person and room; guarded by the registry's lock. */
final class RunningCalls {

  private final Map<CallId, RunningCall> byId = new HashMap<>();
  private final Map<PersonId, RunningCall> byPerson = new HashMap<>();
  private final Map<RoomId, RunningCall> byRoom = new HashMap<>();

  void add(RunningCall running) {
    Call call = running.now();
    byId.put(call.id(), running);
    byPerson.put(call.from().id(), running);
    byPerson.put(call.to().id(), running);
    byRoom.put(call.room(), running);
  }

  void remove(RunningCall running) {
    Call call = running.now();
    byId.remove(call.id());
    byPerson.remove(call.from().id());
    byPerson.remove(call.to().id());
    byRoom.remove(call.room());
  }

  int size() {
    return byId.size();
  }

  /** Every call, the oldest first. */
  List<Call> all() {
    return byId.values().stream()
        .map(RunningCall::now)
        .sorted(Comparator.comparing(Call::began))
        .toList();
  }

  Optional<RunningCall> of(PersonId person) {
    return Optional.ofNullable(byPerson.get(person));
  }

  Optional<RunningCall> in(RoomId room) {
    return Optional.ofNullable(byRoom.get(room));
  }

  /** The call, if it is one of this person's. */
  Optional<RunningCall> find(CallId id, PersonId person) {
    return of(person).filter(running -> running.now().id().equals(id));
  }

  /** Whether it is not over. */
  boolean holds(RunningCall running) {
    return byId.get(running.now().id()) == running;
  }
}
