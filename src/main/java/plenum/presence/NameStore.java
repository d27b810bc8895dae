package plenum.presence;

import java.util.List;
import plenum.identity.PersonId;

/**
 * Keeps the names of people who may come back from one run of the server to the next. Thread-safe;
 * what is changed is kept soon, and nobody waits for it.
 */
public interface NameStore {

  /** Every name that is kept; waits for them. */
  List<KeptName> all();

  /** Keeps a name, instead of what was kept of this person before. */
  void put(KeptName name);

  /** Keeps no name of the person. */
  void remove(PersonId person);
}
