package plenum.settings;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads every setting before anything else starts, so that a wrong one is told in one sentence
 * instead of a page of stack traces about whatever needed it first.
 */
@ApplicationScoped
public class StartCheck {

  private static final Logger LOG = System.getLogger(StartCheck.class.getName());
  private static final Set<String> ANYWHERE = Set.of("0.0.0.0", "::");

  /** Every setting, in the order in which a wrong one is told; those that go together as one. */
  static final List<Consumer<SettingsSource>> READERS =
      List.of(
          Profile::check,
          source -> source.number("plenum.http.port", 1, 65_535), // plenum.jar's; it is open.
          DatabaseSettings::from,
          RetentionSettings::from,
          HttpSettings::from,
          SiteSettings::from,
          TlsSettings::from,
          IdentitySettings::from,
          StartCheck::accounts,
          GuestSettings::from,
          ApiSettings::from,
          WebhookSettings::from,
          WatchSettings::from,
          PresenceSettings::from,
          RoomSettings::from,
          CallSettings::from,
          ChatSettings::from,
          FileSettings::from,
          TypingSettings::from,
          SignalSettings::from,
          PaceSettings::from,
          QualitySettings::from,
          SendingSettings::from,
          ChangeSettings::from,
          LogSettings::from,
          MediaSettings::from,
          MaintenanceSettings::from,
          UplinkSettings::from,
          StartCheck::ports,
          StoreSettings::from);

  /** No two of those that the settings choose are one. */
  private static void ports(SettingsSource source) {
    Map<Integer, String> taken = new HashMap<>();
    take(taken, source.number("plenum.http.port", 1, 65_535), "plenum.http.port");
    take(taken, TlsSettings.from(source).port(), "plenum.tls.port");
    MediaSettings media = MediaSettings.from(source);
    TcpSettings tcp = media.transport().tcp();
    if (!media.start() || media.srs().inUse() || !tcp.enabled()) {
      return;
    }
    // Media by TCP waits at the port of UDP unless it is told otherwise.
    if (tcp.listen().isEmpty()) {
      take(taken, media.transport().port(), "plenum.media.port");
    }
    // Two of different addresses may have one port, but http and https are at all addresses.
    tcp.listen().stream()
        .filter(at -> ANYWHERE.contains(at.getHostString()) || taken.containsKey(at.getPort()))
        .forEach(at -> take(taken, at.getPort(), "plenum.media.tcp.listen"));
  }

  private static void take(Map<Integer, String> taken, int port, String setting) {
    String other = port == 0 ? null : taken.put(port, setting);
    if (other != null) {
      throw new InvalidSetting(setting, Integer.toString(port), "another port than " + other);
    }
  }

  private static void accounts(SettingsSource source) {
    AccountSettings accounts = AccountSettings.from(source);
    accounts.requireServers(LdapSettings.from(source));
    accounts.requireProvider(OidcSettings.from(source));
  }

  void check(@Observes @Priority(1) @Initialized(ApplicationScoped.class) Object application) {
    problem(CoreSettings.source()).ifPresent(Ending::refuse);
    if (System.getProperty(Declarations.OF_FILE) == null) { // The launcher told it, or refused it.
      Started.misspelt().forEach(sentence -> LOG.log(Level.WARNING, sentence));
    }
  }

  /** What keeps Plenum from starting, in one sentence. */
  public static Optional<String> problem(SettingsSource source) {
    try {
      READERS.forEach(reader -> reader.accept(source));
      return unusable(StoreSettings.from(source).dataDir());
    } catch (InvalidSetting invalid) {
      return Optional.of(invalid.getMessage());
    }
  }

  private static Optional<String> unusable(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException | UncheckedIOException failed) {
      return Optional.of(unusableSentence(directory));
    }
    return Files.isWritable(directory)
        ? Optional.empty()
        : Optional.of(unusableSentence(directory));
  }

  private static String unusableSentence(Path directory) {
    return "The setting plenum.data.dir must be a directory that can be written, but it is \"%s\"."
        .formatted(directory);
  }
}
