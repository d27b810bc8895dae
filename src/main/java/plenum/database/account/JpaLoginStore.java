package plenum.database.account;

import java.util.List;
import plenum.account.Login;
import plenum.account.LoginStore;
import plenum.database.Database;
import plenum.database.WriteQueue;

/** Keeps logins in the database, a moment after they begin or end. */
public final class JpaLoginStore implements LoginStore {

  private static final String KEY = "login ";

  private final Database database;
  private final WriteQueue queue;

  public JpaLoginStore(Database database, WriteQueue queue) {
    this.database = database;
    this.queue = queue;
  }

  @Override
  public List<Login> all() {
    return database.read(LoginRow::all).stream().map(LoginRow::login).toList();
  }

  @Override
  public void put(Login login) {
    queue.put(KEY + login.id(), manager -> manager.merge(new LoginRow(login)));
  }

  @Override
  public void remove(String id) {
    queue.put(
        KEY + id,
        manager -> {
          LoginRow row = manager.find(LoginRow.class, id);
          if (row != null) {
            manager.remove(row);
          }
        });
  }
}
