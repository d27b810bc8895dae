package plenum.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plenum.testing.PayaraOptions;

/** The options of Payara Micro stand in {@code payara/micro.options} alone. */
class StartOptionsTest {

  private static List<Path> whoMightStartPlenum() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src"));
        Stream<Path> docs = Files.walk(Path.of("docs"));
        Stream<Path> payara = Files.list(Path.of("payara"))) {
      return Stream.of(Stream.of(Path.of("pom.xml")), sources, docs, payara)
          .flatMap(files -> files)
          .filter(file -> file.toString().matches(".*\\.(java|xml|md|sh)"))
          .toList();
    }
  }

  /** Arquillian's adapter takes options one by one only. */
  private static boolean mayRepeat(Path file) {
    return file.endsWith("StartOptionsTest.java") || file.endsWith("arquillian.xml");
  }

  @Test
  void areRepeatedNowhere() throws IOException {
    List<String> words =
        PayaraOptions.micro().stream().filter(option -> option.startsWith("--")).toList();
    assertTrue(words.contains("--contextroot"), "the file has options");
    List<String> repeated = new ArrayList<>();
    for (Path file : whoMightStartPlenum()) {
      String text = Files.readString(file);
      words.stream()
          .filter(word -> text.contains(word) && !mayRepeat(file))
          .forEach(word -> repeated.add(file + " has " + word));
    }
    assertEquals(List.of(), repeated);
  }

  @Test
  void nameFilesThatExist() {
    List<String> files =
        PayaraOptions.micro().stream().filter(option -> option.startsWith("payara/")).toList();
    assertEquals(3, files.size());
    assertEquals(List.of(), files.stream().filter(file -> !Files.exists(Path.of(file))).toList());
    assertTrue(PayaraOptions.micro(Path.of("other.txt")).contains("other.txt"));
  }
}
