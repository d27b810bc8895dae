package plenum.web.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import plenum.account.Visitor;
import plenum.http.ClientAddress;
import plenum.identity.Actor;
import plenum.web.Visitors;

/** Who acts by a request that people with an account alone may send. */
@ApplicationScoped
public class Members {

  @Inject Visitors visitors;
  @Inject ClientAddress addresses;

  /**
   * @throws plenum.account.AccountRefused {@code login-needed} for everybody else
   */
  Actor actor(HttpServletRequest request) {
    Visitor visitor = visitors.member(request);
    return Actor.ofRequest(
        visitor.identity().id(),
        visitor.identity().name().orElseThrow(),
        visitor.standing(),
        addresses.of(request));
  }
}
