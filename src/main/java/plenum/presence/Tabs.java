package plenum.presence;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import plenum.identity.SessionId;

/**
 * The sessions of one person, and what they say together: there is a camera when any of them says
 * so, and the person is away only when all do. A tab that is new has not said anything, so its
 * person is not away; what was said of cameras and microphones holds until a tab says otherwise.
 */
final class Tabs {

  private final Map<SessionId, Optional<Availability>> said = new HashMap<>();
  private Availability together = Availability.UNKNOWN;

  boolean isEmpty() {
    return said.isEmpty();
  }

  int size() {
    return said.size();
  }

  Availability together() {
    return together;
  }

  /** Tells whether that changed what they say together. */
  boolean add(SessionId session) {
    said.put(session, Optional.empty());
    return changes();
  }

  /** Tells whether that changed what they say together; nothing does for the last one. */
  boolean remove(SessionId session) {
    said.remove(session);
    return !said.isEmpty() && changes();
  }

  /** Tells whether that changed what they say together. */
  boolean say(SessionId session, Availability availability) {
    said.put(session, Optional.of(availability));
    return changes();
  }

  private boolean changes() {
    Availability before = together;
    boolean nobodySpoke = said.values().stream().allMatch(Optional::isEmpty);
    together =
        nobodySpoke
            ? before.atTheScreen()
            : new Availability(
                any(Availability::camera),
                any(Availability::microphone),
                said.values().stream().allMatch(tab -> tab.filter(Availability::away).isPresent()));
    return !together.equals(before);
  }

  private boolean any(Predicate<Availability> has) {
    return said.values().stream().flatMap(Optional::stream).anyMatch(has);
  }
}
