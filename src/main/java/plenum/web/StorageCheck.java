package plenum.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import plenum.store.Storage;

/**
 * Down, with the reason, while what changes cannot be kept. What is written beside keeps nobody
 * from meeting, and is told alone.
 */
@Readiness
@ApplicationScoped
public class StorageCheck implements HealthCheck {

  @Inject Storage storage;

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("storage");
    storage.problemBeside().ifPresent(why -> response.withData("beside", why));
    return storage
        .problem()
        .map(reason -> response.down().withData("reason", reason).build())
        .orElseGet(() -> response.up().build());
  }
}
