package plenum.text;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people read in one language: the sentences that the pages show ({@code
 * plenum/texts/messages*.properties}), those that the server tells ({@code refusals*}), and what
 * each setting does ({@code settings*}).
 *
 * <p>Of the pages', keys that begin with {@code page.} are used by the mark-up; the others are for
 * the browser's modules.
 */
public final class Texts {

  /** The languages there are sentences in; the first one is what everybody else gets. */
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

  private static final String PAGES = "plenum.texts.messages";
  private static final String SERVER = "plenum.texts.refusals";
  private static final String SETTINGS = "plenum.texts.settings";
  private static final String FOR_MARK_UP = "page.";
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");
  private static final Map<Locale, Texts> LOADED = new ConcurrentHashMap<>();

  private final Locale language;
  private final Map<String, String> sentences;
  private final Map<String, String> told;
  private final Map<String, String> settings;
  private final String json;

  private Texts(Locale language) {
    this.language = language;
    this.sentences = load(PAGES, language);
    this.told = load(SERVER, language);
    this.settings = load(SETTINGS, language);
    this.json = JsonTexts.render(sentences, key -> !key.startsWith(FOR_MARK_UP));
  }

  /**
   * The texts in the language that suits a reader best.
   *
   * @param wanted the reader's languages, the most wanted first
   */
  public static Texts forReader(Iterable<Locale> wanted) {
    for (Locale locale : wanted) {
      for (Locale language : LANGUAGES) {
        if (language.getLanguage().equals(locale.getLanguage())) {
          return of(language);
        }
      }
    }
    return of(LANGUAGES.get(0));
  }

  /**
   * The same for a header {@code Accept-Language} (RFC 9110, section 12.5.4); one that is empty or
   * malformed asks for nothing.
   */
  public static Texts forHeader(String acceptLanguage) {
    if (acceptLanguage.isBlank()) {
      return forReader(List.of());
    }
    try {
      return forReader(
          Locale.LanguageRange.parse(acceptLanguage).stream()
              .filter(range -> range.getWeight() > 0)
              .map(range -> Locale.forLanguageTag(range.getRange()))
              .toList());
    } catch (IllegalArgumentException malformed) {
      return forReader(List.of());
    }
  }

  public static Texts of(Locale language) {
    return LOADED.computeIfAbsent(language, Texts::new);
  }

  public Locale language() {
    return language;
  }

  /** All sentences of the pages by key; a key that this language lacks has its English sentence. */
  public Map<String, String> sentences() {
    return sentences;
  }

  /** The sentences for the browser's modules, as JSON that is safe inside a script element. */
  public String json() {
    return json;
  }

  /** What the server tells; an unknown key is told as itself, so that it is noticed. */
  public String say(Sentence sentence) {
    return PLACE
        .matcher(told.getOrDefault(sentence.key(), sentence.key()))
        .replaceAll(place -> Matcher.quoteReplacement(value(sentence, place)));
  }

  private static String value(Sentence sentence, MatchResult place) {
    int index = Integer.parseInt(place.group(1));
    return index < sentence.values().size() ? sentence.values().get(index) : place.group();
  }

  /** What each setting does, by its name. */
  public Map<String, String> settings() {
    return settings;
  }

  /** The keys of what the server tells. */
  Set<String> toldKeys() {
    return told.keySet();
  }

  private static Map<String, String> load(String name, Locale language) {
    // The machine's own language must not decide what a reader sees, hence no fallback locale; and
    // English is the bundle without a suffix.
    Locale suffix = language.equals(LANGUAGES.get(0)) ? Locale.ROOT : language;
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            name,
            suffix,
            Texts.class.getClassLoader(),
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    Map<String, String> sentences = new TreeMap<>();
    bundle.keySet().forEach(key -> sentences.put(key, bundle.getString(key)));
    return Collections.unmodifiableMap(sentences);
  }
}
