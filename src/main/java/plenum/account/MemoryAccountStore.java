package plenum.account;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import plenum.identity.PersonId;

/** Keeps accounts as long as the server runs. */
public final class MemoryAccountStore implements AccountStore {

  private final Map<PersonId, Account> accounts = new ConcurrentHashMap<>();

  @Override
  public List<Account> all() {
    return List.copyOf(accounts.values());
  }

  @Override
  public void put(Account account) {
    accounts.put(account.person(), account);
  }

  @Override
  public void remove(PersonId person) {
    accounts.remove(person);
  }
}
