package plenum.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The container looks for no annotations, see decision 77: what they would tell stands elsewhere.
 */
class DescriptorTest {

  private static final String SERVLETS = "import jakarta.servlet.annotation.";

  @Test
  void isComplete() throws IOException {
    String descriptor = Files.readString(Path.of("src/main/webapp/WEB-INF/web.xml"));

    assertTrue(descriptor.contains("metadata-complete=\"true\""));
  }

  @Test
  void isNotAddedToByAnnotations() throws IOException {
    assertEquals(List.of(), lines(line -> line.startsWith(SERVLETS)));
  }

  @Test
  void leavesNoResourceWithoutItsPlace() throws IOException {
    List<String> resources = lines(line -> line.startsWith("@Resource"));

    assertFalse(resources.isEmpty(), "none is seen");
    assertEquals(
        List.of(),
        resources.stream().filter(line -> !line.startsWith("@Resource(lookup = ")).toList());
  }

  private static List<String> lines(Predicate<String> wanted) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<Path> all = files.filter(file -> file.toString().endsWith(".java")).toList();
      return all.stream().flatMap(DescriptorTest::read).map(String::strip).filter(wanted).toList();
    }
  }

  private static Stream<String> read(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
