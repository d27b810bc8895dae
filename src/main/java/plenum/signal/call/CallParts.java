package plenum.signal.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import plenum.call.Calls;
import plenum.room.Rooms;
import plenum.signal.protocol.Part;

/** Wires what calls add to the protocol. */
@ApplicationScoped
class CallParts {

  @Produces
  @Singleton
  Invited invited(Calls calls, Rooms rooms) {
    return new Invited(calls, rooms);
  }

  @Produces
  @Singleton
  Part calls(Calls calls, Invited invited) {
    return new CallPart(calls, invited);
  }
}
