package plenum.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.launch.Options.Act;

class OptionsTest {

  private static String refusal(String... arguments) {
    return assertThrows(LaunchRefused.class, () -> Options.of(arguments)).getMessage();
  }

  @Test
  void startsIfNothingElseIsSaid() {
    Options options = Options.of();

    assertEquals(Act.START, options.act());
    assertEquals(Map.of(), options.settings());
    assertEquals(List.of(), options.payara());
  }

  @Test
  void takesValuesInBothForms() {
    Options options = Options.of("--port", "8095", "--data=/var/lib/a b", "--config", "c=d");

    assertEquals(
        Map.of("plenum.http.port", "8095", "plenum.data.dir", "/var/lib/a b"), options.settings());
    assertEquals(Map.of("plenum.profile", "small"), Options.of("--profile", "small").settings());
    assertEquals(Optional.of("c=d"), options.value(Options.CONFIG));
    assertEquals(Optional.empty(), options.value(Options.CACHE));
  }

  @Test
  void knowsWhatToDo() {
    assertEquals(Act.HELP, Options.of("--help").act());
    assertEquals(Act.HELP, Options.of("-h").act());
    assertEquals(Act.MAKE_ADMINISTRATOR, Options.of("--make-administrator", "ada").act());
    assertEquals(Act.VERSION, Options.of("--version").act());
    assertEquals(Act.CHECK, Options.of("--port", "1", "--check").act());
  }

  @Test
  void handsOnWhatIsBehindTwoHyphens() {
    Options options = Options.of("--port", "1", "--", "--sslport", "8453", "--");

    assertEquals(List.of("--sslport", "8453", "--"), options.payara());
    assertEquals(List.of(), Options.of("--").payara());
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertEquals(
        "There is no option --prot; --help lists those that there are.", refusal("--prot", "8090"));
    assertEquals("There is no option x; --help lists those that there are.", refusal("x"));
    assertEquals("The option --port needs a value behind it.", refusal("--port"));
    assertEquals("The option --data needs a value behind it.", refusal("--data", "--port", "8090"));
    assertEquals(
        "The option --make-administrator needs a value behind it.",
        refusal("--make-administrator"));
  }
}
