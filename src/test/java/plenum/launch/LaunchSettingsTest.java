package plenum.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.settings.Declarations;

class LaunchSettingsTest {

  private static final Declarations DECLARED =
      Declarations.in("plenum.http.port=8090\nplenum.data.dir=plenum-data\n# plenum.a-b.c=\n");

  @TempDir Path directory;

  private static LaunchSettings of(
      Map<String, String> told, Map<String, String> environment, Map<String, String> file) {
    return new LaunchSettings(told, environment, file, DECLARED);
  }

  @Test
  void takesTheCommandLineThenTheEnvironmentThenTheFileThenTheDefault() {
    Map<String, String> file = Map.of("plenum.http.port", "3");
    Map<String, String> environment = Map.of("PLENUM_HTTP_PORT", "2");
    Map<String, String> told = Map.of("plenum.http.port", "1");

    assertEquals(1, of(told, environment, file).port());
    assertEquals(2, of(Map.of(), environment, file).port());
    assertEquals(3, of(Map.of(), Map.of(), file).port());
    assertEquals(8090, of(Map.of(), Map.of(), Map.of()).port());
  }

  @Test
  void takesTheProfilesValueBeforeTheDefault() {
    Profile profile = new Profile(Map.of("plenum.http.port", "4", "plenum.a-b.c", "x"), List.of());

    assertEquals(4, of(Map.of(), Map.of(), Map.of()).with(profile).port());
    assertEquals(3, of(Map.of(), Map.of(), Map.of("plenum.http.port", "3")).with(profile).port());
    assertEquals(
        Optional.of("x"), of(Map.of(), Map.of(), Map.of()).with(profile).text("plenum.a-b.c"));
  }

  @Test
  void findsVariablesAsMicroProfileConfigDoes() {
    for (String variable : new String[] {"plenum.a-b.c", "plenum_a_b_c", "PLENUM_A_B_C"}) {
      LaunchSettings settings = of(Map.of(), Map.of(variable, "x"), Map.of());
      assertEquals(Optional.of("x"), settings.text("plenum.a-b.c"), variable);
    }
    assertEquals(Optional.empty(), of(Map.of(), Map.of(), Map.of()).text("plenum.a-b.c"));
  }

  @Test
  void leavesToTheFileWhatNobodySaysOtherwise() {
    Map<String, String> file =
        Map.of("plenum.http.port", "3", "plenum.data.dir", "d", "plenum.a-b.c", "x");

    assertEquals(
        Map.of("plenum.data.dir", "d"),
        of(Map.of("plenum.http.port", "1"), Map.of("PLENUM_A_B_C", "y"), file).decidedByFile());
  }

  @Test
  void refusesAPortThatIsNone() {
    for (String port : new String[] {"http", "0", "65536", "-1", ""}) {
      LaunchSettings settings = of(Map.of("plenum.http.port", port), Map.of(), Map.of());
      String sentence = assertThrows(LaunchRefused.class, settings::port).getMessage();
      assertTrue(sentence.contains("from 1 to 65535, but it is \"" + port + "\""), sentence);
    }
  }

  @Test
  void namesASettingThatThereIsNot() {
    LaunchSettings typed = of(Map.of(), Map.of(), Map.of("plenum.http.prot", "1", "user.x", "1"));

    assertEquals(
        Optional.of(
            "The file of --config has plenum.http.prot, but there is no such setting;"
                + " the nearest is plenum.http.port."),
        typed.problem());
    assertEquals(
        Optional.empty(), of(Map.of(), Map.of(), Map.of("plenum.data.dir", "d")).problem());
    assertEquals(
        Optional.of(
            "The file of --config has PLENUM_DATA_DIR, but there is no such setting;"
                + " the nearest is plenum.data.dir."),
        of(Map.of(), Map.of(), Map.of("PLENUM_DATA_DIR", "d")).problem());
    assertEquals(
        Optional.of(
            "There is the option -Dplenum.http.prot, but there is no such setting;"
                + " the nearest is plenum.http.port."),
        of(Map.of("plenum.http.prot", "1", "plenum.launch.x", "1"), Map.of(), Map.of()).problem());
    assertEquals(
        Optional.empty(),
        of(Map.of("plenum.data.dir", "d", "user.dir", "/"), Map.of(), Map.of()).problem());
  }

  @Test
  void warnsOfVariablesThatDoNothing() {
    Map<String, String> environment =
        Map.of("PLENUM_HTTP_PROT", "1", "PLENUM_CACHE", "c", "HOME", "/", "PLENUM_DATA_DIR", "d");

    assertEquals(
        List.of(
            "There is the environment variable PLENUM_HTTP_PROT, but there is no such setting;"
                + " the nearest is PLENUM_HTTP_PORT."),
        of(Map.of(), environment, Map.of()).warnings());
    assertEquals(Optional.empty(), of(Map.of(), environment, Map.of()).problem());
  }

  @Test
  void readsAFile() throws Exception {
    Path file = Files.writeString(directory.resolve("site"), "plenum.http.port = 8099\n");

    assertEquals(8099, LaunchSettings.current(Map.of(), Optional.of(file), DECLARED).port());
    assertEquals(
        "The file %1$s of settings (--config) cannot be read: there is no %1$s."
            .formatted(directory.resolve("none")),
        unreadable(directory.resolve("none")));
  }

  private static String unreadable(Path file) {
    return assertThrows(
            LaunchRefused.class,
            () -> LaunchSettings.current(Map.of(), Optional.of(file), DECLARED))
        .getMessage();
  }

  @Test
  void readsAFileAsEditorsWriteIt() throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("site"), "\uFEFFplenum.http.port=8099\r\n# Gr\u00fc\u00dfe\r\n");
    assertEquals(8099, LaunchSettings.current(Map.of(), Optional.of(file), DECLARED).port());

    Files.writeString(file, "plenum.data.dir=/srv/M\u00fcller", StandardCharsets.ISO_8859_1);
    assertTrue(unreadable(file).endsWith("cannot be read: it is not in UTF-8."), unreadable(file));

    Files.writeString(file, "plenum.data.dir=C:\\users\\plenum");
    assertTrue(unreadable(file).contains("write \\\\ for \\"), unreadable(file));

    Files.delete(file);
    Files.createDirectory(file);
    assertTrue(unreadable(file).endsWith("Is a directory."), unreadable(file));
  }
}
