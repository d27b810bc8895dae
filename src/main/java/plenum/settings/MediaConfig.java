package plenum.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Reads the settings of media when the application starts. */
@ApplicationScoped
public class MediaConfig {

  @Produces
  @Singleton
  MediaSettings media() {
    return MediaSettings.from(CoreSettings.source());
  }

  @Produces
  @Singleton
  Current<MaintenanceSettings> maintenance(LiveSettings live) {
    return live.view(MaintenanceSettings::from);
  }

  @Produces
  @Singleton
  Current<UplinkSettings> uplink(LiveSettings live) {
    return live.view(UplinkSettings::from);
  }
}
