package plenum.media.ticket;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import plenum.identity.Secrets;
import plenum.settings.MediaSettings;

/**
 * The keys from {@code plenum.media.ticket-key} and {@code plenum.media.ticket-key-previous};
 * without the first, one derived from the server's secret.
 */
final class ConfiguredTicketKeys implements TicketKeys {

  private final List<SecretKey> keys;

  ConfiguredTicketKeys(MediaSettings settings, Secrets secrets) {
    MediaSettings.TicketSettings tickets = settings.tickets();
    byte[] first =
        tickets.key().map(ConfiguredTicketKeys::bytes).orElseGet(() -> secrets.key("ticket"));
    keys =
        Stream.concat(
                Stream.of(first), tickets.previousKey().map(ConfiguredTicketKeys::bytes).stream())
            .map(ConfiguredTicketKeys::key)
            .toList();
  }

  @Override
  public List<SecretKey> keys() {
    return keys;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static SecretKey key(byte[] bytes) {
    return new SecretKeySpec(bytes, "HmacSHA256");
  }
}
