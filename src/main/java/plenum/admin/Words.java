package plenum.admin;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plenum.database.records.RecordColumn;
import plenum.database.records.RecordTable;
import plenum.database.records.WordSet;
import plenum.web.Page;

/** What is kept as a word of programs, as a page's reader is shown it. */
@Named("words")
@RequestScoped
public class Words {

  private static final String KEYS = "page.admin.word.";

  /** The act that is done for one of several reasons. */
  private static final String END = "end-observation";

  private static final Pattern MADE = Pattern.compile("\\[(.*)] until (\\S+)T\\S+");

  @Inject Page page;

  /** The key of a word's sentence. */
  static String key(String set, String word) {
    return KEYS + set + "." + word.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * A word in the reader's language; as it is kept where it is none of the set.
   *
   * @param set the name of a {@link WordSet}
   * @param kept one word, or one in each line; nothing for none
   */
  public String of(String set, Object kept) {
    return kept == null
        ? ""
        : kept.toString().lines().map(word -> one(set, word)).collect(joining(", "));
  }

  /**
   * What else is known of an act: a word where it is why it was not done, or why watching is over;
   * as it is kept where it can be somebody's own text.
   */
  public String detail(Map<String, Object> line) {
    Object kept = line.getOrDefault("detail", "");
    boolean why = !"DONE".equals(line.get("outcome")) || END.equals(line.get("act"));
    return why ? of("why", kept) : scopes(line, kept.toString());
  }

  /** What a token may, as it was put down when it was made. */
  private String scopes(Map<String, Object> line, String kept) {
    Matcher made = MADE.matcher(kept);
    return "make-token".equals(line.get("act")) && made.matches()
        ? Arrays.stream(made.group(1).split(", "))
                .map(word -> page.getText().getOrDefault("page.admin.scope." + word, word))
                .collect(joining(", "))
            + " → "
            + made.group(2)
        : kept;
  }

  private String one(String set, String word) {
    return page.getText().getOrDefault(key(set, word), word);
  }

  /** Which words of a set where there can be others are shown by a sentence with this in it. */
  private static List<String> meant(
      WordSet set, String typed, Supplier<Map<String, String>> texts) {
    String part = typed.strip().toLowerCase(Locale.ROOT);
    String keys = key(set.name(), "");
    return !set.words().isEmpty() || part.isEmpty()
        ? List.of()
        : texts.get().entrySet().stream()
            .filter(text -> text.getKey().startsWith(keys))
            .filter(text -> text.getValue().toLowerCase(Locale.ROOT).contains(part))
            .map(text -> text.getKey().substring(keys.length()))
            .sorted()
            .toList();
  }

  /**
   * Which words, as they are kept, are meant by what is typed above the columns of a list.
   *
   * @param texts the reader's sentences, asked for only where a column has words
   */
  public static Map<String, List<String>> meant(
      RecordTable table, Map<String, String> typed, Supplier<Map<String, String>> texts) {
    Map<String, List<String>> meant = new HashMap<>();
    typed.forEach(
        (name, text) ->
            table
                .column(name)
                .flatMap(RecordColumn::words)
                .ifPresent(set -> meant.put(name, meant(set, text, texts))));
    return meant;
  }

  /** What can be chosen of a set, in its order: what is shown, by what is kept. */
  public Map<String, String> menu(WordSet set) {
    Map<String, String> menu = new LinkedHashMap<>();
    set.words().forEach(word -> menu.put(word, one(set.name(), word)));
    return menu;
  }
}
