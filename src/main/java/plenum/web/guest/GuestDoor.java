package plenum.web.guest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import plenum.account.AccountOffice;
import plenum.account.Visitor;
import plenum.account.guest.GuestCookie.Stay;
import plenum.account.guest.GuestLink;
import plenum.account.guest.GuestRefused;
import plenum.http.Brake;
import plenum.http.ClientAddress;
import plenum.http.RequestRefused;
import plenum.http.RequestRefused.Reason;
import plenum.identity.Actor;
import plenum.identity.DisplayName;
import plenum.identity.Identity;
import plenum.identity.Paces;
import plenum.identity.PersonId;
import plenum.presence.Presence;
import plenum.room.RoomId;
import plenum.room.RoomSummary;
import plenum.room.Rooms;
import plenum.settings.Network;
import plenum.web.Visitors;

/**
 * How somebody comes by a guest link: as that one is known already, or as an outsider whom this
 * link alone lets in. An address that tries links which let nobody in has to wait before it is told
 * again why; a link that is good nobody else's tries hold up, since 256 random bits are not
 * guessed.
 */
@ApplicationScoped
class GuestDoor {

  /** A link that is good, and the room that it is for. */
  record Opened(GuestLink link, RoomSummary room) {}

  /** Who came by a link. */
  record Came(Opened opened, Identity identity, boolean outsider) {}

  private final Brake<Network> brake = new Brake<>(Brake.FAILURES, System::nanoTime);

  @Inject AccountOffice office;
  @Inject Rooms rooms;
  @Inject Visitors visitors;
  @Inject ClientAddress addresses;
  @Inject Presence presence;
  @Inject Paces paces;

  /**
   * The link of this token, and its room.
   *
   * @throws GuestRefused when it is good no longer: why
   */
  Opened look(String token, HttpServletRequest request) {
    InetAddress from = addresses.of(request);
    Network client = Network.ofClient(from);
    Optional<String> before = before(request);
    if (!brake.pause(client).isZero() && !office.guests().opens(token, before)) {
      throw new RequestRefused(Reason.TOO_MANY_FAILURES, "too-many-failures.links");
    }
    try {
      return opened(office.guests().look(token, before, from));
    } catch (GuestRefused refused) {
      brake.failed(client);
      throw refused;
    }
  }

  private Opened opened(GuestLink link) {
    return new Opened(
        link, rooms.room(new RoomId(link.room())).orElseThrow(GuestRefused::roomGone));
  }

  /** The link that this browser has used already. */
  private Optional<String> before(HttpServletRequest request) {
    return visitors.stay(request).map(Stay::link);
  }

  /**
   * Somebody comes by the link of this token.
   *
   * @param name how that one wants to be called; who has an account is called as it says
   * @throws plenum.text.Refused when the link is good no longer, or the name is not to be had
   */
  Came come(String token, Optional<DisplayName> name, HttpServletRequest request) {
    look(token, request);
    Optional<Visitor> known = visitors.recognised(request).filter(one -> !one.isOutsider());
    Identity identity = known.map(Visitor::identity).orElseGet(() -> guest(request));
    boolean hasAccount = known.filter(one -> !one.isGuest()).isPresent();
    DisplayName called =
        (hasAccount ? identity.name() : name.or(identity::name))
            .orElseThrow(() -> new RequestRefused(Reason.NAME_MISSING, "name-missing"));
    Actor actor = Actor.ofRequest(identity.id(), called, addresses.of(request));
    if (!hasAccount) {
      paces.chooseName(actor);
      presence.rename(actor, called);
    }
    GuestLink link = office.guests().use(actor, token, before(request));
    boolean outsider = known.isEmpty() && visitors.mustLogIn();
    return new Came(opened(link), identity.named(called, Instant.now()), outsider);
  }

  /** The same guest as the last time, in this browser. */
  private Identity guest(HttpServletRequest request) {
    return visitors
        .stay(request)
        .map(Stay::identity)
        .orElseGet(() -> new Identity(PersonId.fresh(), Optional.empty(), Instant.now()));
  }

  /**
   * By which link somebody is here in this browser.
   *
   * @throws GuestRefused when there is none, or it is good no longer: why
   */
  Came here(HttpServletRequest request) {
    Stay stay = visitors.stay(request).orElseThrow(GuestRefused::unknown);
    Opened opened = opened(office.guests().required(stay.link()));
    boolean outsider = visitors.recognised(request).filter(Visitor::isOutsider).isPresent();
    return new Came(opened, stay.identity(), outsider);
  }
}
