package plenum.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import plenum.account.AccountOffice;
import plenum.account.AccountRefused;
import plenum.account.AccountRefused.Reason;
import plenum.account.Caller;
import plenum.account.Cookies;
import plenum.account.Recognition;
import plenum.account.Visitor;
import plenum.account.guest.GuestCookie;
import plenum.account.guest.GuestCookie.Stay;
import plenum.account.guest.GuestLink;
import plenum.http.ClientAddress;
import plenum.http.RequestRefused;
import plenum.identity.Actor;
import plenum.identity.Identity;
import plenum.settings.SiteSettings;

/** Finds out who sent a request. */
@ApplicationScoped
public class Visitors {

  private static final String ATTRIBUTE = Visitors.class.getName();

  /** Longer than the link is good, so that whoever comes afterwards is told why. */
  private static final Duration REMEMBERED = Duration.ofDays(60);

  @Inject Recognition recognition;
  @Inject AccountOffice office;
  @Inject SiteSettings site;
  @Inject ClientAddress addresses;

  /**
   * Who it is; somebody new when the request has no valid cookie, the same within one request.
   *
   * @throws AccountRefused {@code login-needed}, where no stranger may come in
   */
  public Visitor of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Visitor known) {
      return known;
    }
    Visitor visitor = recognised(request).orElseGet(this::stranger);
    request.setAttribute(ATTRIBUTE, visitor);
    return visitor;
  }

  private Visitor stranger() {
    if (!recognition.takesGuests()) {
      throw new AccountRefused(Reason.LOGIN_NEEDED, "login-needed");
    }
    return recognition.stranger();
  }

  /**
   * Somebody with an account.
   *
   * @throws AccountRefused {@code login-needed} for everybody else
   */
  public Visitor member(HttpServletRequest request) {
    return recognised(request)
        .filter(visitor -> !visitor.isGuest())
        .orElseThrow(() -> new AccountRefused(Reason.LOGIN_NEEDED, "login-needed"));
  }

  /** Who it is by the request's cookies. */
  public Optional<Visitor> recognised(HttpServletRequest request) {
    return recognition.of(cookies(request), addresses.of(request));
  }

  /** From where somebody wants to log in. */
  public Caller caller(HttpServletRequest request) {
    return new Caller(
        addresses.of(request),
        Optional.ofNullable(request.getHeader("User-Agent")).orElse(""),
        Cookies.read(cookies(request), Cookies.DEVICE));
  }

  /** By which guest link somebody came in this browser, whether it is good still or not. */
  public Optional<Stay> stay(HttpServletRequest request) {
    return recognition.stay(cookies(request));
  }

  /** The {@code Set-Cookie} header by which that one is known until the link ends. */
  public String guestCookie(GuestLink link, Identity identity, HttpServletRequest request) {
    return Cookies.header(
        GuestCookie.NAME,
        office.guestCookie().value(new Stay(link.id(), identity)),
        site.path("/"),
        REMEMBERED,
        isSecure(request));
  }

  /**
   * Who acts by this request.
   *
   * @throws AccountRefused {@code login-needed}, where no stranger may come in
   * @throws RequestRefused {@code name-missing} from somebody who is not called anything yet
   */
  public Actor actor(HttpServletRequest request) {
    return actor(of(request), request);
  }

  /**
   * Somebody with an account who acts by this request.
   *
   * @throws AccountRefused {@code login-needed} for everybody else
   */
  public Actor memberActor(HttpServletRequest request) {
    return actor(member(request), request);
  }

  /**
   * That visitor, who acts by this request.
   *
   * @throws RequestRefused {@code name-missing} from somebody who is not called anything yet
   */
  public Actor actor(Visitor visitor, HttpServletRequest request) {
    return Actor.ofRequest(
        visitor.identity().id(),
        visitor
            .identity()
            .name()
            .orElseThrow(
                () -> new RequestRefused(RequestRefused.Reason.NAME_MISSING, "name-missing")),
        visitor.standing(),
        addresses.of(request));
  }

  /** Whether strangers have to log in before they see a page. */
  public boolean mustLogIn() {
    return !recognition.takesGuests();
  }

  private static List<String> cookies(HttpServletRequest request) {
    return Collections.list(request.getHeaders("Cookie"));
  }

  /** Whether the browser came by https, to this server or to a trusted proxy before it. */
  public boolean isSecure(HttpServletRequest request) {
    return addresses.isSecure(request);
  }
}
