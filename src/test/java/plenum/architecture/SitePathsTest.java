package plenum.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No page and no module names a path as if the site had its host for itself. */
class SitePathsTest {

  private static final Path ROOT = Path.of("src/main/webapp");

  /** Includes and templates are files, not addresses. */
  private static final Pattern IN_PAGES =
      Pattern.compile("(?:href|action|poster)=\"/|\\ssrc=\"/(?!WEB-INF)");

  private static final Pattern IN_MODULES = Pattern.compile("(?<!sitePath\\()[\"'`]/[a-z]");

  private static List<String> found(String ending, Pattern pattern) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      List<Path> all =
          files
              .filter(file -> file.toString().endsWith(ending))
              .filter(file -> !file.startsWith(ROOT.resolve("resources/lib")))
              .toList();
      assertTrue(all.size() > 5, "files to look at");
      return all.stream().flatMap(file -> lines(file, pattern)).toList();
    }
  }

  private static Stream<String> lines(Path file, Pattern pattern) {
    try {
      return Files.readString(file)
          .lines()
          .filter(line -> !line.strip().startsWith("*") && !line.strip().startsWith("/*"))
          .filter(line -> pattern.matcher(line).find())
          .map(line -> file + ": " + line.strip());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Test
  void pagesBeginThemWithTheSite() throws IOException {
    assertEquals(List.of(), found(".xhtml", IN_PAGES));
  }

  @Test
  void modulesHaveThemFromSitePath() throws IOException {
    List<String> others =
        found(".js", IN_MODULES).stream()
            .filter(line -> !line.contains("sitePath(") && !line.contains("const MODULES = "))
            .toList();
    assertEquals(List.of(), others);
  }
}
