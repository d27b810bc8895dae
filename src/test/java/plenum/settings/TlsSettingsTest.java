package plenum.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsSettingsTest {

  private static TlsSettings settings(Map<String, String> more) {
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                "plenum.tls.port", "8443",
                "plenum.tls.plain-http", "explain",
                "plenum.tls.hsts-days", "0"));
    all.putAll(more);
    return TlsSettings.from(new SettingsSource(name -> Optional.ofNullable(all.get(name))));
  }

  @ParameterizedTest
  @CsvSource({"8443,true", "0,false", "off,false"})
  void areOnUnlessThePortIsOff(String port, boolean on) {
    assertEquals(on, settings(Map.of("plenum.tls.port", port)).isOn());
  }

  @Test
  void takeFilesOfTheOperator() {
    TlsSettings settings =
        settings(
            Map.of(
                "plenum.tls.certificate", "/etc/plenum/server.crt",
                "plenum.tls.key", "/etc/plenum/server.key",
                "plenum.tls.password", "geheim"));

    assertTrue(settings.own().isPresent());
    assertFalse(settings.toString().contains("geheim"), settings.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "plenum.tls.port, yes",
    "plenum.tls.plain-http, never",
    "plenum.tls.hsts-days, -1",
    "plenum.tls.key, server.key"
  })
  void nameWhatCannotBeUsed(String name, String value) {
    InvalidSetting invalid =
        assertThrows(InvalidSetting.class, () -> settings(Map.of(name, value)));

    String named = name.equals("plenum.tls.key") ? "plenum.tls.certificate" : name;
    assertTrue(invalid.getMessage().contains(named), invalid.getMessage());
  }

  @Test
  void takeThePasswordFromOnePlace() {
    Map<String, String> twice =
        Map.of(
            "plenum.tls.certificate", "server.p12",
            "plenum.tls.password", "geheim",
            "plenum.tls.password-file", "password");

    assertThrows(InvalidSetting.class, () -> settings(twice));
  }
}
