package plenum.right;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import plenum.settings.AccountSettings;
import plenum.settings.RoomSettings;

/** Wires the rights to the application. */
@ApplicationScoped
class RightsProducer {

  @Produces
  @Singleton
  Rights rights(RoomSettings rooms, AccountSettings accounts) {
    return new Rights(rooms, accounts.hasAccounts());
  }
}
