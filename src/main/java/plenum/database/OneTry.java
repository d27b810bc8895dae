package plenum.database;

import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Keeps EclipseLink from asking the pool again by itself, three times more: the pool knows which
 * connections are good, and whoever asked knows whether to wait. (The interface of the same name in
 * {@code config} is gone in EclipseLink 5, which Payara 7 has.)
 */
public class OneTry implements SessionCustomizer {

  @Override
  public void customize(Session session) {
    if (session.getDatasourceLogin() instanceof DatabaseLogin login) {
      login.setQueryRetryAttemptCount(0);
      login.setDelayBetweenConnectionAttempts(0);
      login.setConnectionHealthValidatedOnError(false);
    }
  }
}
