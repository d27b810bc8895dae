package plenum.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.settings.SettingsSource;
import plenum.settings.TlsSettings;

class TlsCheckTest {

  /** What is wrong with the names; of ports and files nothing. */
  private static Optional<String> problem(String names) {
    Map<String, String> all =
        Map.of(
            "plenum.tls.port", "8443",
            "plenum.tls.plain-http", "explain",
            "plenum.tls.hsts-days", "0",
            "plenum.tls.names", names);
    SettingsSource source = new SettingsSource(name -> Optional.ofNullable(all.get(name)));
    return TlsCheck.problem(TlsSettings.from(source))
        .filter(sentence -> sentence.contains("plenum.tls.names"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://meet.example", "meet.example:8443", "meet example", "a..b", "-a.example"})
  void refusesWhatNoCertificateCanBeFor(String name) {
    String sentence = problem("meet.example," + name).orElseThrow();

    assertTrue(sentence.startsWith("The setting plenum.tls.names must be names such as"), sentence);
    assertTrue(sentence.contains(name), sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"meet.example", "*.meet.example", "10.0.0.5", "fd00::1", "meet", "müller.example"})
  void takesNamesAndAddresses(String name) {
    assertEquals(Optional.empty(), problem(name));
  }
}
