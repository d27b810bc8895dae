package plenum.call;

import java.time.Instant;
import java.util.List;
import plenum.identity.PersonId;

/** Keeps the records of calls from one run of the server to the next. Thread-safe. */
public interface CallStore {

  /**
   * A person's record.
   *
   * @param owner whose it is
   * @param since when it was made
   * @param seen whether the person has looked since
   */
  record KeptCall(PersonId owner, CallRecord record, Instant since, boolean seen) {}

  /** The newest ones of those made since then, the oldest first; waits for them. */
  List<KeptCall> newest(int most, Instant since);

  /** Keeps one more, soon. */
  void put(KeptCall call);

  /** A person's, the newest first; waits for them. */
  List<KeptCall> of(PersonId owner, int most);

  /** Keeps none of the person's own, and the person in nobody else's; soon. */
  void erase(PersonId person);

  /** The person has looked at all of them. */
  void markSeen(PersonId owner);

  /** Keeps nothing. */
  static CallStore none() {
    return new CallStore() {
      @Override
      public List<KeptCall> newest(int most, Instant since) {
        return List.of();
      }

      @Override
      public void put(KeptCall call) {}

      @Override
      public List<KeptCall> of(PersonId owner, int most) {
        return List.of();
      }

      @Override
      public void erase(PersonId person) {}

      @Override
      public void markSeen(PersonId owner) {}
    };
  }
}
