package plenum.signal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/protocol.md} tells every message and change, and no other. */
class ProtocolDocumentTest {

  private static final Pattern TYPE = Pattern.compile("\"type\": ?\"([a-z-]+)\"");
  private static final Pattern CHANGE = Pattern.compile("\"change\": ?\"([a-z-]+)\"");
  private static final Pattern NAMED = Pattern.compile("`([a-z]+(?:-[a-z]+)*)`");

  /** Topics tell their changes so; no record is of that name. */
  private static final String CHANGES = "-changed";

  private static String document() throws IOException {
    return Files.readString(Path.of("docs/protocol.md"));
  }

  private static Set<String> names(Class<?> kind) {
    List<Class<?>> records = SignalRecords.of(kind);
    Set<String> names = records.stream().map(MessageName::of).collect(Collectors.toSet());
    assertTrue(names.size() > 2, "records of " + kind);
    return new TreeSet<>(names);
  }

  private static Set<String> found(Pattern pattern) throws IOException {
    return pattern
        .matcher(document())
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> without(Set<String> some, Set<String> others) {
    Set<String> left = new TreeSet<>(some);
    left.removeAll(others);
    return left;
  }

  @Test
  void writesNamesInLowerCaseWithHyphens() {
    record TakeBackStage() {}
    record Ping() {}
    assertEquals("take-back-stage", MessageName.of(TakeBackStage.class));
    assertEquals("ping", MessageName.of(Ping.class));
  }

  @Test
  void tellsEveryMessageAndChange() throws IOException {
    Set<String> told = found(NAMED);
    assertEquals(Set.of(), without(names(ClientMessage.class), told));
    assertEquals(Set.of(), without(names(ServerMessage.class), told));
    assertEquals(Set.of(), without(names(Change.class), told));
  }

  @Test
  void showsNoMessageAndNoChangeThatIsNone() throws IOException {
    Set<String> messages = names(ClientMessage.class);
    messages.addAll(names(ServerMessage.class));
    Set<String> unknown = without(found(TYPE), messages);
    unknown.removeIf(name -> messages.contains(name.replace(CHANGES, "")));
    assertEquals(Set.of(), unknown);
    assertEquals(Set.of(), without(found(CHANGE), names(Change.class)));
  }
}
