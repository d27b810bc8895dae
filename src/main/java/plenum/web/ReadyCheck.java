package plenum.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import plenum.room.Rooms;
import plenum.settings.Release;

/** Ready when the rooms of the last run are back. */
@Readiness
@ApplicationScoped
public class ReadyCheck implements HealthCheck {

  @Inject Rooms rooms;
  @Inject Release release;

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("plenum").withData("version", release.version());
    return release.isStarted()
        ? response.withData("rooms", rooms.rooms().size()).up().build()
        : response.down().build();
  }
}
