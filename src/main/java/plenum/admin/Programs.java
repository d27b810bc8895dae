package plenum.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import plenum.account.Account;
import plenum.account.AccountOffice;
import plenum.account.token.ApiToken;
import plenum.account.token.TokenRefused;
import plenum.audit.AuditEntry;
import plenum.audit.AuditTrail;
import plenum.http.Brake;
import plenum.http.ClientAddress;
import plenum.identity.Actor;
import plenum.identity.Scope;
import plenum.right.Rights;
import plenum.settings.Network;

/**
 * Who asks {@code /api/admin}: an administrator in person, by a login, or a program by a token (RFC
 * 6750, section 2.1). A token counts before a login, and nowhere else. An address that sends wrong
 * ones has to wait with these; a right one nobody else's hold up, since 256 random bits are not
 * guessed.
 */
@ApplicationScoped
public class Programs {

  private static final String BEARER = "bearer ";

  private final Brake<Network> brake = new Brake<>(Brake.FAILURES, System::nanoTime);

  @Inject Administrator administrator;
  @Inject AccountOffice office;
  @Inject ClientAddress addresses;
  @Inject Rights rights;
  @Inject AuditTrail trail;

  /**
   * Who sent the request, when that one may do this part of what administrators do.
   *
   * @throws plenum.account.AccountRefused {@code login-needed} or {@code administrators-only}
   * @throws TokenRefused {@code token-invalid}, {@code token-expired}, {@code token-slowed}, {@code
   *     scope-missing}
   */
  public Actor required(HttpServletRequest request, Scope part) {
    Actor actor = required(request);
    if (!rights.mayAdminister(actor, part)) {
      TokenRefused refused = TokenRefused.lacks(part);
      trail.add(AuditEntry.refused(actor, "use-token", request.getPathInfo(), refused.code()));
      throw refused;
    }
    return actor;
  }

  /**
   * Who sent the request, whichever part of what administrators do that one may do.
   *
   * @throws plenum.account.AccountRefused {@code login-needed} or {@code administrators-only}
   * @throws TokenRefused {@code token-invalid}, {@code token-expired}, {@code token-slowed}
   */
  public Actor required(HttpServletRequest request) {
    return token(request)
        .map(text -> program(text, addresses.of(request)))
        .orElseGet(() -> administrator.required(request));
  }

  private static Optional<String> token(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(header -> header.substring(BEARER.length()).strip());
  }

  private Actor program(String text, InetAddress from) {
    Network client = Network.ofClient(from);
    Duration pause = brake.pause(client);
    if (!pause.isZero() && !office.tokens().opens(text)) {
      throw TokenRefused.slowed(pause.toSeconds() + 1);
    }
    try {
      ApiToken token = office.tokens().by(text, from);
      Account account = office.accounts().of(token.maker()).orElseThrow(TokenRefused::unknown);
      return Actor.ofRequest(
              account.person(), account.name(), office.accounts().standing(account), from)
          .by(token.grant());
    } catch (TokenRefused refused) {
      brake.failed(client);
      throw refused;
    }
  }
}
