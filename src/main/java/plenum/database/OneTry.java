package plenum.database;

import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;

/**
 * Keeps EclipseLink from trying again by itself, three times with five seconds between: the pool
 * knows which connections are good, and whoever asked knows whether to wait.
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
