package plenum.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plenum.settings.Declarations;

/** {@code deploy/plenum.service}, and the document that says how to use it. */
class ServiceTest {

  private static final Path UNIT = Path.of("deploy/plenum.service");
  private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");
  private static final Pattern LEVEL =
      Pattern.compile("exposure level for plenum.service: ([0-9.]+)");

  private static String unit() throws IOException {
    return Files.readString(UNIT);
  }

  /** From 0, the safest, to 10. */
  private static String exposure() throws Exception {
    Process process =
        new ProcessBuilder(
                ANALYZE.toString(), "security", "--offline=true", "--no-pager", UNIT.toString())
            .redirectErrorStream(true)
            .start();
    String told = new String(process.getInputStream().readAllBytes());
    assertEquals(0, process.waitFor(), told);
    Matcher level = LEVEL.matcher(told);
    assertTrue(level.find(), told);
    return level.group(1);
  }

  @Test
  void mayDoLittleElseThanServe() throws Exception {
    assumeTrue(Files.exists(ANALYZE), "systemd-analyze is not installed");
    String exposure = exposure();

    assertTrue(Double.parseDouble(exposure) <= 3.0, exposure);
  }

  @Test
  void startsTheDeliveredScriptAsTheDocumentSetsItUp() throws IOException {
    String document = Files.readString(Path.of("docs/operations/install.md"));
    for (String path : List.of("/opt/plenum", "/etc/plenum/plenum.properties", "/var/lib/plenum")) {
      assertTrue(unit().contains(path), path);
      assertTrue(document.contains(path), path);
    }
    assertTrue(unit().contains("ExecStart=/opt/plenum/bin/plenum --config "));
    assertTrue(Files.isExecutable(Path.of("src/dist/bin/plenum")));
    assertTrue(unit().contains("RestartPreventExitStatus=" + Main.EXIT));
  }

  /** A variable that is no setting would be set in vain. */
  @Test
  void setsVariablesThatThereAre() throws IOException {
    Declarations declared =
        Declarations.in(Files.readString(Path.of("src/main/resources", Declarations.FILE)));
    Stream<String> variables =
        Pattern.compile("Environment=(PLENUM_[A-Z_]+)=")
            .matcher(unit())
            .results()
            .map(m -> m.group(1));
    List<String> unknown =
        variables
            .filter(variable -> !variable.equals("PLENUM_CACHE"))
            .filter(
                variable ->
                    declared.all().stream()
                        .noneMatch(
                            setting ->
                                setting.name().replaceAll("[.-]", "_").equalsIgnoreCase(variable)))
            .toList();
    assertEquals(List.of(), unknown);
  }
}
