package plenum.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import plenum.account.AccountRefused;
import plenum.account.AccountRefused.Reason;
import plenum.identity.Actor;
import plenum.right.Rights;
import plenum.web.Visitors;

/** Finds out who looks at administration. */
@ApplicationScoped
public class Administrator {

  @Inject Visitors visitors;
  @Inject Rights rights;

  /** Who sent the request, when that one may administer the site. */
  public Optional<Actor> of(HttpServletRequest request) {
    return visitors
        .recognised(request)
        .filter(visitor -> !visitor.isGuest() && visitor.identity().name().isPresent())
        .map(visitor -> visitors.actor(visitor, request))
        .filter(rights::mayAdminister);
  }

  /**
   * Who sent the request.
   *
   * @throws AccountRefused {@code login-needed} or {@code administrators-only}
   */
  public Actor required(HttpServletRequest request) {
    visitors.member(request);
    return of(request)
        .orElseThrow(() -> new AccountRefused(Reason.ADMINISTRATORS_ONLY, "administrators-only"));
  }
}
