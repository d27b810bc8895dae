package plenum.call;

import java.util.List;
import plenum.identity.PersonId;

/**
 * Keeps the records of calls, for a limited time and in limited number. Thread-safe; every method
 * may wait for a disk or a database.
 */
interface CallRecords {

  /** Keeps a person's record; the oldest ones make room for it. */
  void put(PersonId person, CallRecord record);

  /** A person's records, the newest first. */
  List<CallRecord> of(PersonId person);

  /** How many missed calls came since the person last looked. */
  int missed(PersonId person);

  /** Keeps none of the person's, and the person in nobody else's. */
  void erase(PersonId person);

  /** The person looks now. */
  void markSeen(PersonId person);
}
