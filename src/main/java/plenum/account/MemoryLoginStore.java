package plenum.account;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps logins as long as the server runs. */
public final class MemoryLoginStore implements LoginStore {

  private final Map<String, Login> logins = new ConcurrentHashMap<>();

  @Override
  public List<Login> all() {
    return List.copyOf(logins.values());
  }

  @Override
  public void put(Login login) {
    logins.put(login.id(), login);
  }

  @Override
  public void remove(String id) {
    logins.remove(id);
  }
}
