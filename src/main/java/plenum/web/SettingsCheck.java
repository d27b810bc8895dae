package plenum.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import plenum.tuning.SettingsDesk;

/** Down while the settings that administrators changed cannot be read, and the file's count. */
@Readiness
@ApplicationScoped
public class SettingsCheck implements HealthCheck {

  @Inject SettingsDesk settings;

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("settings");
    return settings.isKnown()
        ? response.up().build()
        : response
            .down()
            .withData("reason", "what was changed cannot be read yet, so the file's values count")
            .build();
  }
}
