package plenum.store;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import plenum.settings.StartRefused;

/**
 * A JSON file with a list that an earlier Plenum wrote, {@code {"version":1,"rooms":[...]}}, read
 * entry by entry: one that is bad does not take the others along. Nothing that could not be read is
 * ever written over: it is set aside, and said so.
 *
 * @param <T> what an entry tells
 */
public final class ListFile<T> {

  private static final System.Logger LOG = System.getLogger(ListFile.class.getName());

  /**
   * Some 80,000 rooms; far more would not fit into memory. Whoever has more takes entries out by
   * hand.
   */
  private static final long MOST_MEBIBYTES = 8;

  private final StoredFile file;
  private final String list;
  private final ListFormat<T> format;

  /**
   * @param list the name of the member that holds the list
   */
  public ListFile(StoredFile file, String list, ListFormat<T> format) {
    this.file = Objects.requireNonNull(file);
    this.list = Objects.requireNonNull(list);
    this.format = Objects.requireNonNull(format);
  }

  public StoredFile file() {
    return file;
  }

  /**
   * What the last run kept; nothing when there was none.
   *
   * @throws StartRefused when a newer Plenum wrote the file, when it cannot be read at all, or when
   *     what is bad of it cannot be set aside
   */
  public ListContent<T> read() {
    try {
      if (file.isOther()) {
        return allBad("it is no file");
      }
      return file.isLargerThan(MOST_MEBIBYTES << 20)
          ? allBad("it has more than %d MiB".formatted(MOST_MEBIBYTES))
          : content();
    } catch (StoreFailure failed) {
      throw new StartRefused(failed.getMessage());
    }
  }

  private ListContent<T> content() {
    Optional<byte[]> bytes = file.read();
    if (bytes.isEmpty()) {
      return ListContent.empty();
    }
    try {
      return content(parsed(new String(bytes.get(), StandardCharsets.UTF_8)));
    } catch (JsonException | IllegalArgumentException | StackOverflowError bad) {
      return allBad(Optional.ofNullable(bad.getMessage()).orElse("it is no JSON"));
    }
  }

  /** Some editors begin a file with a byte order mark. */
  private static JsonValue parsed(String text) {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try (JsonParser parser = Json.createParser(new StringReader(plain))) {
      parser.next();
      JsonValue value = parser.getValue();
      if (parser.hasNext()) {
        throw new IllegalArgumentException("it goes on behind its end");
      }
      return value;
    } catch (NoSuchElementException nothing) {
      throw new IllegalArgumentException("it is empty", nothing);
    } catch (JsonException bad) {
      throw bad;
    } catch (RuntimeException bad) { // The parser's own limits, such as of a number's digits.
      throw new IllegalArgumentException(bad.getMessage(), bad);
    }
  }

  private ListContent<T> content(JsonValue value) {
    if (!(value instanceof JsonObject all)) {
      throw new IllegalArgumentException("it holds no object");
    }
    checkVersion(all.getOrDefault("version", Json.createValue(Formats.LIST)));
    if (!(all.get(list) instanceof JsonArray entries)) {
      throw new IllegalArgumentException("it has no list \"%s\"".formatted(list));
    }
    ListContent<T> content = ListContent.of(entries, format);
    if (!content.problems().isEmpty()) {
      LOG.log(
          Level.WARNING,
          "Of {0}, {1} of {2} entries cannot be used ({3}). The file as it was is kept as {4}.",
          file.path(),
          content.problems().size(),
          entries.size(),
          String.join("; ", content.problems().subList(0, Math.min(5, content.problems().size()))),
          file.copyAside());
    }
    return content;
  }

  private void checkVersion(JsonValue version) {
    String text = version instanceof JsonNumber ? version.toString() : "";
    if (!text.matches("[0-9]+")) {
      throw new IllegalArgumentException("its version is no number");
    }
    if (Formats.isAbove(text, Formats.LIST)) {
      throw new StartRefused(Formats.newer(file.path(), text, Formats.LIST));
    }
    if (!Formats.isAbove(text, 0)) {
      throw new IllegalArgumentException("its version is " + text);
    }
  }

  private ListContent<T> allBad(String why) {
    LOG.log(
        Level.WARNING,
        "The file {0} cannot be used: {1}. It is kept as {2}; Plenum starts without what it held.",
        file.path(),
        why,
        file.setAside());
    return ListContent.empty();
  }
}
