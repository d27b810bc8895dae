package plenum.contract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One directive of an SRS configuration.
 *
 * @param line where it begins, from 1
 * @param children of a block; empty otherwise
 */
record SrsDirective(String name, List<String> values, List<SrsDirective> children, int line) {

  /** Its first value, or nothing. */
  String value() {
    return values.isEmpty() ? "" : values.get(0);
  }

  /** What a path such as {@code rtc_server/tcp/listen} leads to. */
  Optional<SrsDirective> find(String path) {
    int slash = path.indexOf('/');
    String first = slash < 0 ? path : path.substring(0, slash);
    Optional<SrsDirective> child =
        children.stream().filter(directive -> directive.name.equals(first)).findFirst();
    return slash < 0 ? child : child.flatMap(found -> found.find(path.substring(slash + 1)));
  }

  /** The value at a path. */
  String at(String path) {
    return find(path).orElseThrow(() -> new AssertionError("no " + path)).value();
  }

  /** All directives below this one. */
  Stream<SrsDirective> all() {
    return children.stream().flatMap(child -> Stream.concat(Stream.of(child), child.all()));
  }
}
