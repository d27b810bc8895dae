package plenum.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import plenum.account.guest.GuestCookie.Stay;
import plenum.identity.Identity;
import plenum.identity.IdentityCookie;
import plenum.identity.Invitation;
import plenum.identity.Standing;
import plenum.settings.AccountSettings;
import plenum.settings.Current;

/**
 * Who sends a request, by its cookies: the one place that pages, REST and the WebSocket ask. A
 * login comes first; without one it is a guest, where guests may come in, or who came by a guest
 * link.
 */
@ApplicationScoped
public class Recognition {

  private IdentityCookie cookie;
  private Current<AccountSettings> settings;
  private AccountOffice office;

  /** For the container's proxy only. */
  protected Recognition() {}

  @Inject
  public Recognition(
      IdentityCookie cookie, Current<AccountSettings> settings, AccountOffice office) {
    this.cookie = cookie;
    this.settings = settings;
    this.office = office;
  }

  /** Who it is; empty for a stranger, whom only {@link #takesGuests} makes a guest. */
  public Optional<Visitor> of(List<String> cookies, InetAddress from) {
    Optional<Stay> stay = stay(cookies);
    return loggedIn(cookies, from)
        .or(() -> guest(cookies))
        .map(known -> stay.map(one -> invited(known, one)).orElse(known))
        .or(() -> stay.flatMap(this::outsider));
  }

  /** By which guest link somebody came in this browser, whether it is good still or not. */
  public Optional<Stay> stay(List<String> cookies) {
    return office.guestCookie().read(cookies);
  }

  /** Who is known otherwise, too, has the invitation in addition. */
  private Visitor invited(Visitor known, Stay stay) {
    return stay.identity().id().equals(known.identity().id())
        ? invitation(stay.link(), false)
            .map(now -> new Visitor(known.identity(), known.standing().with(now), known.login()))
            .orElse(known)
        : known;
  }

  private Optional<Visitor> outsider(Stay stay) {
    return invitation(stay.link(), true)
        .map(now -> new Visitor(stay.identity(), Standing.NONE.with(now), Optional.empty()));
  }

  private Optional<Invitation> invitation(String link, boolean only) {
    return office.guests().open(link).map(open -> new Invitation(link, open.room(), only, true));
  }

  /** Whether somebody has ended the login by which the visitor was known. */
  public boolean isLoggedOut(Visitor visitor) {
    return visitor.login().filter(login -> !office.logins().lasts(login)).isPresent();
  }

  /** What a visitor is by now: roles may be others, and a guest link may have ended. */
  public Standing now(Visitor visitor) {
    Standing today =
        visitor.isGuest() ? Standing.NONE : office.accounts().standing(visitor.identity().id());
    return visitor.standing().invitation().map(one -> today.with(now(one))).orElse(today);
  }

  private Invitation now(Invitation before) {
    boolean open = office.guests().open(before.link()).isPresent();
    return new Invitation(before.link(), before.room(), before.only(), open);
  }

  private Optional<Visitor> loggedIn(List<String> cookies, InetAddress from) {
    return settings.now().hasAccounts()
        ? Cookies.read(cookies, Cookies.LOGIN)
            .flatMap(token -> office.logins().by(token, from))
            .map(this::visitor)
        : Optional.empty();
  }

  private Visitor visitor(Logins.Known known) {
    Account account = known.account();
    return new Visitor(
        new Identity(account.person(), Optional.of(account.name()), known.login().begun()),
        office.accounts().standing(account),
        Optional.of(known.login()));
  }

  private Optional<Visitor> guest(List<String> cookies) {
    return takesGuests()
        ? cookies.stream()
            .map(cookie::readHeader)
            .flatMap(Optional::stream)
            .findFirst()
            .map(Visitor::guest)
        : Optional.empty();
  }

  /** A guest who was never here before. */
  public Visitor stranger() {
    return Visitor.guest(cookie.stranger());
  }

  /** Whether people without an account may come in. */
  public boolean takesGuests() {
    return settings.now().guests();
  }
}
