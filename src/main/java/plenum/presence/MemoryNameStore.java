package plenum.presence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plenum.identity.PersonId;

/** Keeps names as long as the server runs. */
public final class MemoryNameStore implements NameStore {

  private final Map<PersonId, KeptName> names = new LinkedHashMap<>();

  @Override
  public synchronized List<KeptName> all() {
    return List.copyOf(names.values());
  }

  @Override
  public synchronized void put(KeptName name) {
    names.put(name.person(), name);
  }

  @Override
  public synchronized void remove(PersonId person) {
    names.remove(person);
  }
}
