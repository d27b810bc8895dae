package plenum.room;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plenum.identity.PersonId;
import plenum.identity.SessionId;

/**
 * What was decided about people for the time of one meeting, which is over when the last one left;
 * and who waits before the door, which outlasts that. Guarded by the registry's lock.
 */
final class Meeting {

  private final Set<PersonId> admitted = new HashSet<>();
  private final Set<PersonId> proved = new HashSet<>();
  private final Set<PersonId> removed = new HashSet<>();
  private final Set<PersonId> banned = new HashSet<>();
  private final Map<PersonId, Waiting> waiting = new LinkedHashMap<>();

  /** The last one left. */
  void over() {
    admitted.clear();
    proved.clear();
    removed.clear();
    banned.clear();
  }

  /** A moderator let the person in, who waits no longer. */
  void admit(PersonId person) {
    waiting.remove(person);
    removed.remove(person);
    banned.remove(person);
    admitted.add(person);
  }

  boolean isAdmitted(PersonId person) {
    return admitted.contains(person);
  }

  /** The person knows the password. */
  void prove(PersonId person) {
    proved.add(person);
  }

  boolean isProved(PersonId person) {
    return proved.contains(person);
  }

  /** There is another password, which nobody has proved to know. */
  void forgetProofs() {
    proved.clear();
  }

  /** A moderator sent the person away, who has to be admitted to come back. */
  void remove(PersonId person) {
    admitted.remove(person);
    removed.add(person);
  }

  boolean isRemoved(PersonId person) {
    return removed.contains(person);
  }

  /** A moderator sent the person away for the rest of the meeting. */
  void ban(PersonId person) {
    remove(person);
    banned.add(person);
  }

  /** Whether a moderator sent the person away, and none let that one in since. */
  boolean isSentOut(PersonId person) {
    return removed.contains(person) || banned.contains(person);
  }

  boolean isBanned(PersonId person) {
    return banned.contains(person);
  }

  /** The person waits, by this connection from now on. */
  void await(Waiting newcomer) {
    waiting.put(newcomer.person(), newcomer);
  }

  Optional<Waiting> waiting(PersonId person) {
    return Optional.ofNullable(waiting.get(person));
  }

  /** Who waits by that connection. */
  Optional<Waiting> waiting(SessionId session) {
    return waiting.values().stream().filter(one -> one.session().equals(session)).findFirst();
  }

  /** The person waits no longer. */
  void stopWaiting(PersonId person) {
    waiting.remove(person);
  }

  /** Everybody who waits, in the order they came. */
  List<Waiting> waiting() {
    return List.copyOf(waiting.values());
  }
}
