package plenum.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UplinkSettingsTest {

  private static UplinkSettings settings(Map<String, String> values) {
    return UplinkSettings.from(new SettingsSource(name -> Optional.ofNullable(values.get(name))));
  }

  @Test
  void limitNothingByDefault() {
    assertEquals(
        new UplinkSettings(OptionalLong.empty(), OptionalLong.empty(), List.of()),
        settings(Map.of()));
  }

  @ParameterizedTest
  @CsvSource({"3M, 3000000", "500k, 500000", "1G, 1000000000", "64000, 64000"})
  void areBitsASecond(String text, long bitrate) {
    assertEquals(OptionalLong.of(bitrate), settings(Map.of("plenum.media.uplink", text)).site());
    assertEquals(
        OptionalLong.of(bitrate), settings(Map.of("plenum.media.room-uplink", text)).room());
  }

  @Test
  void knowTheLinesOfNetworks() {
    List<UplinkSettings.Line> lines =
        settings(Map.of("plenum.media.links", "10.2.0.0/16=4M, 2001:db8::/32 = 10M")).lines();
    assertEquals(List.of(4_000_000L, 10_000_000L), lines.stream().map(l -> l.bitrate()).toList());
    assertEquals(List.of(16, 32), lines.stream().map(l -> l.network().bits()).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plenum.media.uplink | 3 Mbit",
        "plenum.media.uplink | 3m",
        "plenum.media.uplink | 0",
        "plenum.media.uplink | 49k",
        "plenum.media.uplink | -3M",
        "plenum.media.uplink | 9999999999999G",
        "plenum.media.room-uplink | much",
        "plenum.media.links | 10.2.0.0/16",
        "plenum.media.links | 10.2.0.0/40=4M",
        "plenum.media.links | branch=4M",
        "plenum.media.links | 10.2.0.0/16=4X",
        "plenum.media.links | =4M",
      })
  void refuseAnythingElseByName(String name, String text) {
    InvalidSetting wrong = assertThrows(InvalidSetting.class, () -> settings(Map.of(name, text)));
    assertTrue(wrong.getMessage().contains(name), wrong.getMessage());
  }
}
