package plenum.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import plenum.account.AccountRefused;
import plenum.account.AccountRefused.Reason;
import plenum.account.Caller;
import plenum.account.Cookies;
import plenum.account.Recognition;
import plenum.account.Visitor;
import plenum.http.ClientAddress;

/** Finds out who sent a request. */
@ApplicationScoped
public class Visitors {

  private static final String ATTRIBUTE = Visitors.class.getName();

  @Inject Recognition recognition;
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

  /** Whether strangers have to log in before they see a page. */
  boolean mustLogIn() {
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
