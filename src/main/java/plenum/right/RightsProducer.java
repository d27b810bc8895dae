package plenum.right;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import plenum.settings.AccountSettings;
import plenum.settings.Current;
import plenum.settings.RoomSettings;
import plenum.settings.WatchSettings;

/** Wires the rights to the application. */
@ApplicationScoped
class RightsProducer {

  @Produces
  @Singleton
  Rights rights(
      Current<RoomSettings> rooms,
      Current<AccountSettings> accounts,
      Current<WatchSettings> watch) {
    return new Rights(rooms, accounts.now().hasAccounts(), () -> watch.now().permitted());
  }
}
