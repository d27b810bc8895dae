package plenum.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * An exception that is the last argument of {@link System.Logger} is printed with its stack trace,
 * and the sentence before it as it stands there, with its {@code {0}}.
 */
class LogSentencesTest {

  private static final Path ROOT = Path.of("src/main/java");

  /** A caught exception, or a parameter that is one. */
  private static final Pattern EXCEPTION =
      Pattern.compile(
          "(?:catch \\([\\w\\s|.]+|Throwable|\\w+(?:Exception|Failure|Refused|Away))\\s(\\w+)[,)]");

  private static final Pattern WITH_ONE_VALUE =
      Pattern.compile(
          "\\.log\\(\\s*Level\\.\\w+,\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*\\+?\\s*)+),\\s*(\\w+)\\)");

  private static Stream<String> wrong(Path file) {
    return wrong(read(file)).map(sentence -> file + ": " + sentence);
  }

  private static Stream<String> wrong(String code) {
    Set<String> exceptions =
        EXCEPTION.matcher(code).results().map(one -> one.group(1)).collect(Collectors.toSet());
    return WITH_ONE_VALUE
        .matcher(code)
        .results()
        .filter(call -> call.group(1).contains("{0}"))
        .filter(call -> exceptions.contains(call.group(2)))
        .map(MatchResult::group);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Test
  void haveNoPlaceForWhatIsPrintedAsAStackTrace() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      List<Path> all = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertTrue(all.size() > 500, "files to look at");
      assertEquals(List.of(), all.stream().flatMap(LogSentencesTest::wrong).toList());
    }
  }

  @Test
  void areFoundWhereTheyHaveOne() {
    String before = "try { f(); } catch (IOException | RuntimeException failed) { LOG.log(\n";
    assertEquals(1, wrong(before + "Level.ERROR, \"It failed \" + \"so: {0}\", failed);").count());
    assertEquals(0, wrong(before + "Level.ERROR, \"It failed\", failed);").count());
    assertEquals(0, wrong(before + "Level.ERROR, \"It failed: {0}\", failed.toString());").count());
  }
}
