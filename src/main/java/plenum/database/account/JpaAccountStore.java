package plenum.database.account;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Consumer;
import plenum.account.Account;
import plenum.account.AccountRefused;
import plenum.account.AccountStore;
import plenum.database.Database;
import plenum.identity.PersonId;

/** Keeps accounts in the database, before anybody is told that they are kept. */
public final class JpaAccountStore implements AccountStore {

  private final Database database;

  public JpaAccountStore(Database database) {
    this.database = database;
  }

  @Override
  public List<Account> all() {
    return database.read(AccountRow::all).stream().map(AccountRow::account).toList();
  }

  @Override
  public void put(Account account) {
    change(manager -> manager.merge(new AccountRow(account)));
  }

  @Override
  public void remove(PersonId person) {
    change(
        manager -> {
          AccountRow row = manager.find(AccountRow.class, person.value());
          if (row != null) {
            manager.remove(row);
          }
        });
  }

  private void change(Consumer<EntityManager> step) {
    database.keep(step, AccountRefused::unavailable);
  }
}
