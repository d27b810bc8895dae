package plenum.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import plenum.identity.Identity;
import plenum.identity.IdentityCookie;
import plenum.settings.AccountSettings;

/**
 * Who sends a request, by its cookies: the one place that pages, REST and the WebSocket ask. A
 * login comes first; without one it is a guest, where guests may come in.
 */
@ApplicationScoped
public class Recognition {

  private IdentityCookie cookie;
  private AccountSettings settings;
  private AccountOffice office;

  /** For the container's proxy only. */
  protected Recognition() {}

  @Inject
  public Recognition(IdentityCookie cookie, AccountSettings settings, AccountOffice office) {
    this.cookie = cookie;
    this.settings = settings;
    this.office = office;
  }

  /** Who it is; empty for a stranger, whom only {@link #takesGuests} makes a guest. */
  public Optional<Visitor> of(List<String> cookies, InetAddress from) {
    return loggedIn(cookies, from).or(() -> guest(cookies));
  }

  private Optional<Visitor> loggedIn(List<String> cookies, InetAddress from) {
    return settings.hasAccounts()
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
    return settings.guests();
  }
}
