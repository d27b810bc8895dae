package plenum.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import plenum.settings.MediaSettings;

/**
 * The keys from {@code plenum.media.ticket-key} and {@code plenum.media.ticket-key-previous}.
 * Without them, a random one for as long as the application runs: tickets live for seconds, so a
 * restart loses nothing, but several Payara nodes need the setting.
 */
@ApplicationScoped
class ConfiguredTicketKeys implements TicketKeys {

  private List<SecretKey> keys = List.of();

  /** For the container's proxy. */
  protected ConfiguredTicketKeys() {}

  @Inject
  ConfiguredTicketKeys(MediaSettings settings) {
    MediaSettings.TicketSettings tickets = settings.tickets();
    keys =
        Stream.concat(
                Stream.of(tickets.key().map(ConfiguredTicketKeys::key).orElseGet(this::randomKey)),
                tickets.previousKey().map(ConfiguredTicketKeys::key).stream())
            .toList();
  }

  @Override
  public List<SecretKey> keys() {
    return keys;
  }

  private static SecretKey key(String text) {
    return new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  private SecretKey randomKey() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return new SecretKeySpec(bytes, "HmacSHA256");
  }
}
