package plenum.media.doors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import plenum.http.ClientAddress;
import plenum.media.stream.Doorkeeper;
import plenum.media.stream.Receivers;
import plenum.settings.MediaSettings;
import plenum.settings.SiteSettings;

/** Wires the doors to the application. */
@ApplicationScoped
class DoorsProducer {

  @Produces
  @Singleton
  Envelope envelope() {
    return new Envelope();
  }

  @Produces
  @Singleton
  Cors cors(MediaSettings settings) {
    return new Cors(settings);
  }

  @Produces
  @Singleton
  DoorRequests requests(ClientAddress addresses) {
    return new DoorRequests(addresses);
  }

  @Produces
  @Singleton
  WhipDoor whip(Doorkeeper doorkeeper, SiteSettings site) {
    return new WhipDoor(doorkeeper, site);
  }

  @Produces
  @Singleton
  ReceiverDoor receivers(WhipDoor door, Receivers receivers) {
    return new ReceiverDoor(door, receivers);
  }

  @Produces
  @Singleton
  IceDoor ice(Doorkeeper doorkeeper) {
    return new IceDoor(doorkeeper);
  }

  @Produces
  @Singleton
  JsonDoor json(Doorkeeper doorkeeper, Envelope envelope) {
    return new JsonDoor(doorkeeper, envelope);
  }
}
