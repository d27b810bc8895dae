package plenum.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Documents can be read in a terminal, lead somewhere, and are found. */
class DocumentsTest {

  private static final int COLUMNS = 120;
  private static final Path DOCS = Path.of("docs");
  private static final String INDEX = "README.md";

  /** {@code [text](target)}; the text may go over lines. */
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");

  /** A metric's name, or how those of a family begin. */
  private static final Pattern METRIC = Pattern.compile("\"(plenum_[a-z_]+)\"");

  private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```|`[^`]*`");

  private static List<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.walk(DOCS);
        Stream<Path> root = Files.list(Path.of(""))) {
      return Stream.concat(root, docs)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  private static String text(Path document) {
    try {
      return Files.readString(document);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The files and folders of this repository that a document leads to. */
  private static List<Path> linked(Path document) {
    List<Path> targets = new ArrayList<>();
    Matcher link = LINK.matcher(CODE.matcher(text(document)).replaceAll(""));
    while (link.find()) {
      URI target = URI.create(link.group(1));
      if (!target.isAbsolute() && !target.getPath().isEmpty()) {
        Path folder = Optional.ofNullable(document.getParent()).orElse(Path.of(""));
        targets.add(folder.resolve(target.getPath()).normalize());
      }
    }
    return targets;
  }

  @Test
  void haveNoLineOfMoreThan120Characters() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path document : documents()) {
      List<String> lines = text(document).lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        int length = lines.get(i).codePointCount(0, lines.get(i).length());
        if (length > COLUMNS) {
          tooLong.add(document + ":" + (i + 1) + " has " + length);
        }
      }
    }
    assertEquals(List.of(), tooLong);
  }

  @Test
  void leadToWhatExists() throws IOException {
    List<String> nowhere = new ArrayList<>();
    for (Path document : documents()) {
      linked(document).stream()
          .filter(target -> !Files.exists(target))
          .forEach(target -> nowhere.add(document + " leads to " + target));
    }
    assertEquals(List.of(), nowhere);
  }

  /** Each folder of documents has a list of them, and the list of all leads to those. */
  @Test
  void areListed() throws IOException {
    List<Path> missing = new ArrayList<>();
    for (Path document : documents()) {
      Path folder = Optional.ofNullable(document.getParent()).orElse(Path.of(""));
      boolean isIndex = document.endsWith(INDEX);
      Path index = (isIndex && !folder.equals(DOCS) ? DOCS : folder).resolve(INDEX);
      boolean inDocs = document.startsWith(DOCS) && !document.equals(DOCS.resolve(INDEX));
      if (inDocs && !(Files.exists(index) && linked(index).contains(document))) {
        missing.add(document);
      }
    }
    assertEquals(List.of(), missing);
  }

  /** What {@code /metrics} says can be looked up by whoever watches a server. */
  @Test
  void nameEveryMetric() throws IOException {
    String operations = text(DOCS.resolve("operations/monitoring.md"));
    List<String> missing = new ArrayList<>();
    int found = 0;
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
        Matcher metric = METRIC.matcher(text(source));
        for (; metric.find(); found++) {
          if (!operations.contains("`" + metric.group(1))) {
            missing.add(metric.group(1));
          }
        }
      }
    }
    assertTrue(found > 2, "metrics in the sources");
    assertEquals(List.of(), missing);
  }
}
