package plenum.signal.note;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import plenum.account.AccountOffice;
import plenum.call.Calls;
import plenum.chat.Notes;
import plenum.presence.Presence;
import plenum.right.Rights;
import plenum.signal.protocol.Part;

/** Wires what notes add to the protocol. */
@ApplicationScoped
class NoteParts {

  @Produces
  @Singleton
  Part part(Notes notes, Presence presence, Calls calls, AccountOffice office, Rights rights) {
    return new NotePart(notes, presence, calls, office, rights);
  }
}
