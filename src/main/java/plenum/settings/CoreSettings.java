package plenum.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the settings of people, rooms and calls when the application starts. */
@ApplicationScoped
public class CoreSettings {

  /**
   * The configuration that this application sees, whichever thread asks: those of the container's
   * listeners have no class loader of the application, and would see another one.
   */
  public static SettingsSource source() {
    var config = ConfigProvider.getConfig(CoreSettings.class.getClassLoader());
    return new SettingsSource(name -> config.getOptionalValue(name, String.class));
  }

  @Produces
  @Singleton
  StoreSettings store() {
    return StoreSettings.from(source());
  }

  @Produces
  @Singleton
  DatabaseSettings database() {
    return DatabaseSettings.from(source());
  }

  @Produces
  @Singleton
  RetentionSettings retention() {
    return RetentionSettings.from(source());
  }

  @Produces
  @Singleton
  HttpSettings http() {
    return HttpSettings.from(source());
  }

  @Produces
  @Singleton
  SiteSettings site() {
    return SiteSettings.from(source());
  }

  @Produces
  @Singleton
  TlsSettings tls() {
    return TlsSettings.from(source());
  }

  @Produces
  @Singleton
  IdentitySettings identity() {
    return IdentitySettings.from(source());
  }

  @Produces
  @Singleton
  AccountSettings accounts() {
    return AccountSettings.from(source());
  }

  @Produces
  @Singleton
  LdapSettings ldap() {
    return LdapSettings.from(source());
  }

  @Produces
  @Singleton
  OidcSettings oidc() {
    return OidcSettings.from(source());
  }

  @Produces
  @Singleton
  GuestSettings guests() {
    return GuestSettings.from(source());
  }

  @Produces
  @Singleton
  PresenceSettings presence() {
    return PresenceSettings.from(source());
  }

  @Produces
  @Singleton
  RoomSettings rooms() {
    return RoomSettings.from(source());
  }

  @Produces
  @Singleton
  CallSettings calls() {
    return CallSettings.from(source());
  }

  @Produces
  @Singleton
  SignalSettings signal() {
    return SignalSettings.from(source());
  }

  @Produces
  @Singleton
  PaceSettings paces() {
    return PaceSettings.from(source());
  }

  @Produces
  @Singleton
  QualitySettings quality() {
    return QualitySettings.from(source());
  }
}
