package plenum.media.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.identity.PersonId;
import plenum.settings.TurnSettings;

class RelaysTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);
  private static final PersonId ADA = new PersonId("p7Hq2mXw90Qzp7Hq2mXw90");

  private static Relays relays(String... urls) {
    return new Relays(new TurnSettings(List.of(urls), "north", Duration.ofMinutes(10)), CLOCK);
  }

  /** As {@code openssl dgst -sha1 -hmac north -binary | base64} has it. */
  @Test
  void letsAPersonInForAWhile() {
    Relay relay = relays("turn:10.0.0.7:3478", "turns:turn.example:443").of(ADA).orElseThrow();
    assertEquals(List.of("turn:10.0.0.7:3478", "turns:turn.example:443"), relay.urls());
    assertEquals("1700000600:" + ADA.value(), relay.username());
    assertEquals("qGflYK2seHf/03s+RugsG6Dw4wo=", relay.credential());
    assertFalse(relay.toString().contains(relay.credential()));
  }

  @Test
  void haveNothingForASiteWithoutServers() {
    assertEquals(Optional.empty(), relays().of(ADA));
  }
}
