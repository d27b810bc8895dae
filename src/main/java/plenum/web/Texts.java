package plenum.web;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sentences that the pages show, in one language ({@code plenum/texts/messages*.properties}).
 *
 * <p>Keys that begin with {@code page.} are used by the pages' mark-up; the others are for the
 * browser's modules.
 */
final class Texts {

  /** The languages there are sentences in; the first one is what everybody else gets. */
  static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

  private static final String BUNDLE = "plenum.texts.messages";
  private static final String FOR_MARK_UP = "page.";
  private static final Map<Locale, Texts> LOADED = new ConcurrentHashMap<>();

  private final Locale language;
  private final Map<String, String> sentences;
  private final String json;

  private Texts(Locale language) {
    this.language = language;
    this.sentences = load(language);
    this.json = JsonTexts.render(sentences, key -> !key.startsWith(FOR_MARK_UP));
  }

  /**
   * The texts in the language that suits a reader best.
   *
   * @param wanted the reader's languages, the most wanted first
   */
  static Texts forReader(Iterable<Locale> wanted) {
    for (Locale locale : wanted) {
      for (Locale language : LANGUAGES) {
        if (language.getLanguage().equals(locale.getLanguage())) {
          return of(language);
        }
      }
    }
    return of(LANGUAGES.get(0));
  }

  static Texts of(Locale language) {
    return LOADED.computeIfAbsent(language, Texts::new);
  }

  Locale language() {
    return language;
  }

  /** All sentences by key; a key that this language lacks has its English sentence. */
  Map<String, String> sentences() {
    return sentences;
  }

  /** The sentences for the browser's modules, as JSON that is safe inside a script element. */
  String json() {
    return json;
  }

  private static Map<String, String> load(Locale language) {
    // The machine's own language must not decide what a reader sees, hence no fallback locale; and
    // English is the bundle without a suffix.
    Locale suffix = language.equals(LANGUAGES.get(0)) ? Locale.ROOT : language;
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            suffix,
            Texts.class.getClassLoader(),
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    Map<String, String> sentences = new TreeMap<>();
    bundle.keySet().forEach(key -> sentences.put(key, bundle.getString(key)));
    return Collections.unmodifiableMap(sentences);
  }
}
