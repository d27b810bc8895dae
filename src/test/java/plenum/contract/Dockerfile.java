package plenum.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * The instructions of {@code deploy/Dockerfile}, each with its words on one line.
 *
 * @param lines such as {@code USER 10001:10001}, in their order
 */
record Dockerfile(List<String> lines) {

  static final Path FILE = Path.of("deploy", "Dockerfile");

  static Dockerfile read() {
    try {
      String text =
          Files.readString(FILE)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .collect(Collectors.joining("\n"));
      return new Dockerfile(
          Arrays.stream(text.replaceAll("\\\\\n\\s*", "").split("\n"))
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .toList());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** What stands behind each such instruction. */
  List<String> all(String instruction) {
    String start = instruction + " ";
    return lines.stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .toList();
  }

  /** What stands behind the last one. */
  String last(String instruction) {
    List<String> all = all(instruction);
    return all.get(all.size() - 1);
  }

  /** The words of the last one, which are a JSON list there. */
  List<String> words(String instruction) {
    String text = last(instruction);
    List<Object> list = new Yaml().load(text.substring(text.indexOf('[')));
    return list.stream().map(Object::toString).toList();
  }

  /** Variables with their values. */
  Stream<String> variables() {
    return all("ENV").stream().flatMap(line -> Stream.of(line.split(" ")));
  }
}
