package plenum.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Reads the settings of people, rooms and calls: those that stay as they are when the application
 * starts, the others whenever they change.
 */
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
  LiveSettings live() {
    return LiveSettings.current();
  }

  @Produces
  @Singleton
  Current<SendingSettings> sending(LiveSettings live) {
    return live.view(SendingSettings::from);
  }

  @Produces
  @Singleton
  Current<LogSettings> log(LiveSettings live) {
    return live.view(LogSettings::from);
  }

  @Produces
  @Singleton
  ChangeSettings changes() {
    return ChangeSettings.from(source());
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
  Current<RetentionSettings> retention(LiveSettings live) {
    return live.view(RetentionSettings::from);
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
  Current<AccountSettings> accounts(LiveSettings live) {
    return live.view(AccountSettings::from);
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
  Current<GuestSettings> guests(LiveSettings live) {
    return live.view(GuestSettings::from);
  }

  @Produces
  @Singleton
  ApiSettings api() {
    return ApiSettings.from(source());
  }

  @Produces
  @Singleton
  WebhookSettings webhooks() {
    return WebhookSettings.from(source());
  }

  @Produces
  @Singleton
  Current<WatchSettings> watch(LiveSettings live) {
    return live.view(WatchSettings::from);
  }

  @Produces
  @Singleton
  Current<PresenceSettings> presence(LiveSettings live) {
    return live.view(PresenceSettings::from);
  }

  @Produces
  @Singleton
  Current<RoomSettings> rooms(LiveSettings live) {
    return live.view(RoomSettings::from);
  }

  @Produces
  @Singleton
  Current<CallSettings> calls(LiveSettings live) {
    return live.view(CallSettings::from);
  }

  @Produces
  @Singleton
  Current<TypingSettings> typing(LiveSettings live) {
    return live.view(TypingSettings::from);
  }

  @Produces
  @Singleton
  Current<ChatSettings> chat(LiveSettings live) {
    return live.view(ChatSettings::from);
  }

  @Produces
  @Singleton
  Current<FileSettings> files(LiveSettings live) {
    return live.view(FileSettings::from);
  }

  @Produces
  @Singleton
  Current<SignalSettings> signal(LiveSettings live) {
    return live.view(SignalSettings::from);
  }

  @Produces
  @Singleton
  Current<PaceSettings> paces(LiveSettings live) {
    return live.view(PaceSettings::from);
  }

  @Produces
  @Singleton
  QualitySettings quality() {
    return QualitySettings.from(source());
  }
}
