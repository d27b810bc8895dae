package plenum.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

  private static final Path WEBAPP = Path.of("src/main/webapp");
  private static final Pattern IN_PAGES = Pattern.compile("page\\.text\\['([^']+)'\\]");
  private static final Pattern IN_MODULES =
      Pattern.compile("\\b(text|textOf)\\(\\s*(?:\\w+\\.?\\w*,\\s+)?\"([^\"]+)\"");

  private static final Pattern PLACE = Pattern.compile("\\{\\d\\}");

  /** A key at the place of a refusal's, or of a sentence's. */
  private static final Pattern TOLD =
      Pattern.compile(
          "(?:new \\w+(?:Refused|Refusal)\\(\\s*[\\w.]*Reason\\.\\w+,|Sentence\\.of\\("
              + "|BadMessage\\.of\\([^,\"]*,|[mM]alformed\\(|notAllowed\\()\\s*\"([a-z0-9.-]+)\"");

  private static final Pattern QUOTED = Pattern.compile("\"([a-z0-9.-]+)\"");

  @Test
  void speaksTheFirstLanguageOfTheReaderThatThereIs() {
    assertEquals(Locale.GERMAN, reader(Locale.FRANCE, Locale.GERMANY, Locale.US));
    assertEquals(Locale.ENGLISH, reader(Locale.UK, Locale.GERMANY));
  }

  @Test
  void speaksEnglishToEverybodyElse() {
    assertEquals(Locale.ENGLISH, reader(Locale.JAPAN));
    assertEquals(Locale.ENGLISH, reader());
  }

  @Test
  void speaksEnglishWhateverTheMachineSpeaks() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertEquals("Rooms", Texts.of(Locale.ENGLISH).sentences().get("page.rooms.heading"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void hasEverySentenceInEveryLanguage() throws IOException {
    Set<String> english = keysIn("messages.properties");
    assertEquals(english, keysIn("messages_de.properties"));
  }

  @Test
  void tellsEveryRefusalInEveryLanguage() throws IOException {
    Set<String> english = keysIn("refusals.properties");
    assertEquals(english, keysIn("refusals_de.properties"));
    assertEquals(english, Texts.of(Locale.ENGLISH).toldKeys());
  }

  @Test
  void tellsWhatEachSettingDoesInEveryLanguage() throws IOException {
    Set<String> english = keysIn("settings.properties");
    assertEquals(english, keysIn("settings_de.properties"));
    assertEquals(english, Texts.of(Locale.GERMAN).settings().keySet());
  }

  /** Keys are text in the sources, whole, so that they can be found. */
  @Test
  void hasEverySentenceThatTheServerTellsAndNoOther() throws IOException {
    Set<String> keys = keysIn("refusals.properties");
    Set<String> unused = new TreeSet<>(keys);
    Set<String> missing = new TreeSet<>();
    for (MatchResult found : inSources(TOLD)) {
      unused.remove(found.group(1));
      if (!keys.contains(found.group(1))) {
        missing.add(found.group(1));
      }
    }
    inSources(QUOTED).forEach(quoted -> unused.remove(quoted.group(1)));
    assertEquals(Set.of(), missing, "told, but in no bundle");
    assertEquals(Set.of(), unused, "in the bundle, but told nowhere");
  }

  /** Pages are told these of several reasons of media, each with its own sentence. */
  private static final Set<String> COARSE = Set.of("media-unavailable");

  @Test
  void hasASentenceForEveryCodeOfTheDocuments() throws IOException {
    Set<String> codes = codesIn("docs/protocol.md", "(?m)^\\* ((?:`[a-z-]+`(?:, )?)+):");
    codes.addAll(codesIn("docs/media.md", "(?m)^\\| \\d{3} \\| (`[a-z-]+`)"));
    codes.removeAll(COARSE);
    assertTrue(codes.size() > 40, codes.toString());
    Set<String> keys = Texts.of(Locale.ENGLISH).toldKeys();
    codes.removeIf(
        code -> keys.stream().anyMatch(key -> key.equals(code) || key.startsWith(code + ".")));
    assertEquals(Set.of(), codes);
  }

  private static Set<String> codesIn(String document, String rows) throws IOException {
    String text = Files.readString(Path.of(document));
    String errors = text.substring(text.indexOf("### Errors"));
    errors = errors.substring(0, errors.indexOf("\n### ", 1));
    Set<String> codes = new TreeSet<>();
    Pattern.compile(rows)
        .matcher(errors)
        .results()
        .forEach(
            row ->
                Pattern.compile("[a-z-]+")
                    .matcher(row.group(1))
                    .results()
                    .forEach(code -> codes.add(code.group())));
    return codes;
  }

  /** Colleagues who don't know each other, and everybody alike. */
  private static final Pattern FAMILIAR =
      Pattern.compile(
          "(?iU)\\b(du|dich|dir|dein|deine[mnrs]?|bist|versuch es|frag|gib|melde dich|wähle)\\b");

  /** Of a sentence its first word; within one it may be anything. */
  private static final Pattern ORDERED =
      Pattern.compile(
          "(?U)(?:^|[.:;!?] )(Schick|Send|Nimm|Lies|Sieh|Prüf|Öffn|Schließ|Klick|Drück|Tipp|Lass"
              + "|Lösch|Entfern|Setz|Trag|Mach|Warte|Starte|Benutz|Verwend|Erlaub|Behalt)e?\\b");

  private static boolean isFamiliar(String sentence) {
    return FAMILIAR.matcher(sentence).find() || ORDERED.matcher(sentence).find();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Schick ihn ab.", "Er gilt. Prüfe ihn.", "Das ist für dich."})
  void knowsWhatIsFamiliar(String sentence) {
    assertTrue(isFamiliar(sentence));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Schicken Sie ihn ab.", "Der Start. Prüfung folgt."})
  void knowsWhatIsPolite(String sentence) {
    assertFalse(isFamiliar(sentence));
  }

  @Test
  void speaksGermanPolitely() throws IOException {
    Set<String> familiar = new TreeSet<>();
    for (String bundle : List.of("messages", "refusals", "settings")) {
      Path file = Path.of("src/main/resources/plenum/texts", bundle + "_de.properties");
      Files.readAllLines(file).stream()
          .filter(line -> isFamiliar(line.substring(line.indexOf('=') + 1)))
          .forEach(familiar::add);
    }
    assertEquals(Set.of(), familiar);
  }

  @Test
  void fillsTheSamePlacesInEveryLanguage() {
    Texts german = Texts.of(Locale.GERMAN);
    for (String key : german.toldKeys()) {
      Sentence plain = Sentence.of(key);
      assertEquals(places(Texts.of(Locale.ENGLISH).say(plain)), places(german.say(plain)), key);
    }
  }

  @Test
  void putsValuesInAsTheyAre() {
    assertEquals(
        "$1 {1} \\ is in a call. Try again later.",
        Texts.of(Locale.ENGLISH).say(Sentence.of("person-busy", "$1 {1} \\")));
  }

  @Test
  void readsTheHeaderAsBrowsersSendIt() {
    assertEquals(Locale.GERMAN, Texts.forHeader("fr;q=0.7, de-AT, en;q=0.9").language());
    assertEquals(Locale.ENGLISH, Texts.forHeader("de;q=0, en").language());
    assertEquals(Locale.ENGLISH, Texts.forHeader("*").language());
    assertEquals(Locale.ENGLISH, Texts.forHeader("").language());
    assertEquals(Locale.ENGLISH, Texts.forHeader(";;q=x").language());
  }

  @Test
  void hasEverySentenceThatThePagesShow() {
    assertEquals(Set.of(), missing(usedIn(".xhtml", IN_PAGES, 1)));
  }

  @Test
  void hasEverySentenceThatTheModulesShow() {
    Set<String> missing = missing(usedIn(".js", IN_MODULES, 2));
    missing.removeIf(key -> Texts.of(Locale.ENGLISH).sentences().containsKey(key + ".other"));
    assertEquals(Set.of(), missing);
  }

  @Test
  void handsTheModulesTheirSentencesAsJson() throws Exception {
    try (Jsonb jsonb = JsonbBuilder.create()) {
      Map<?, ?> texts = jsonb.fromJson(Texts.of(Locale.GERMAN).json(), Map.class);
      assertEquals("Verbunden", texts.get("connection.open"));
      assertFalse(texts.containsKey("page.brand"));
    }
  }

  @Test
  void letsNoTextEndTheScriptElement() throws Exception {
    String nasty = "</script><!-- & \"quoted\" \\ \n\u2028";
    String json = JsonTexts.render(Map.of("a", nasty), key -> true);
    assertFalse(json.contains("<") || json.contains(">") || json.contains("&"), json);
    try (Jsonb jsonb = JsonbBuilder.create()) {
      assertEquals(nasty, jsonb.fromJson(json, Map.class).get("a"));
    }
  }

  private static Set<String> places(String sentence) {
    Set<String> places = new TreeSet<>();
    PLACE.matcher(sentence).results().forEach(place -> places.add(place.group()));
    return places;
  }

  private static List<MatchResult> inSources(Pattern pattern) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(file -> pattern.matcher(read(file)).results())
          .toList();
    }
  }

  private static Locale reader(Locale... wanted) {
    return Texts.forReader(List.of(wanted)).language();
  }

  private static Set<String> keysIn(String file) throws IOException {
    Set<String> keys = new TreeSet<>();
    for (String line : Files.readAllLines(Path.of("src/main/resources/plenum/texts", file))) {
      if (line.contains("=") && !line.startsWith("#")) {
        assertTrue(
            keys.add(line.substring(0, line.indexOf('='))), "twice in " + file + ": " + line);
      }
    }
    return keys;
  }

  private static Set<String> missing(Set<String> used) {
    Set<String> missing = new TreeSet<>(used);
    missing.removeAll(Texts.of(Locale.ENGLISH).sentences().keySet());
    return missing;
  }

  private static Set<String> usedIn(String extension, Pattern pattern, int group) {
    Set<String> keys = new TreeSet<>();
    try (Stream<Path> files = Files.walk(WEBAPP)) {
      files
          .filter(file -> file.toString().endsWith(extension))
          .forEach(
              file ->
                  pattern
                      .matcher(read(file))
                      .results()
                      .forEach(found -> keys.add(found.group(group))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertFalse(keys.isEmpty());
    return keys;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
