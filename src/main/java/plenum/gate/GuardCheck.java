package plenum.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before requests are guarded: until then slow clients keep threads. */
@Readiness
@ApplicationScoped
public class GuardCheck implements HealthCheck {

  @Inject Listeners listeners;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("requests").status(listeners.isSettled()).build();
  }
}
