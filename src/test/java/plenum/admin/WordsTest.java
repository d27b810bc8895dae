package plenum.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.account.AccountRefused;
import plenum.account.guest.GuestRefused;
import plenum.account.token.TokenRefused;
import plenum.call.CallRefused;
import plenum.chat.ChatRefused;
import plenum.chat.file.FileRefused;
import plenum.database.records.RecordColumn;
import plenum.database.records.RecordTable;
import plenum.database.records.WordSet;
import plenum.media.MediaRefusal;
import plenum.presence.PresenceRefused;
import plenum.records.RecordsRefused;
import plenum.room.ObservationEnd;
import plenum.room.RoomRefused;
import plenum.signal.announcement.AnnouncementRefused;
import plenum.text.Refused;
import plenum.text.Texts;
import plenum.tuning.SettingRefused;
import plenum.webhook.WebhookRefused;

class WordsTest {

  private static final String ACTS = "page.admin.word.act.";

  private static final String REASONS = "page.admin.word.why.";

  private static final Set<Class<?>> REFUSED =
      Set.of(
          RoomRefused.class,
          CallRefused.class,
          PresenceRefused.class,
          MediaRefusal.class,
          ChatRefused.class,
          FileRefused.class,
          AccountRefused.class,
          GuestRefused.class,
          TokenRefused.class,
          RecordsRefused.class,
          SettingRefused.class,
          AnnouncementRefused.class,
          WebhookRefused.class);

  private static final Pattern ACT =
      Pattern.compile(
          "(?:AuditEntry\\s*\\.(?:done|refused)\\(\\s*[\\w.()]+,|new Deed\\(\\s*\\w+,"
              + "|require(?:Person)?\\(actor,|audited\\(\\s*\\w+,)\\s*\"([a-z-]+)\"");

  private static final Pattern DEED = Pattern.compile("= \"([a-z-]+)\"");

  private static final String FAILURES = "failure.camera.";

  /** Is told of the one that was chosen before; another is in use then. */
  private static final String NO_FAILURE = "gone";

  private static Stream<WordSet> sets() {
    return Arrays.stream(RecordTable.values())
        .flatMap(table -> table.columns().stream())
        .map(RecordColumn::words)
        .flatMap(Optional::stream);
  }

  private static Map<String, String> texts(String language) {
    return Texts.of(Locale.forLanguageTag(language)).sentences();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void hasATextForEveryWordThatAColumnCanHaveAndForNoOther(String language) {
    Set<String> words = new TreeSet<>();
    sets().forEach(set -> set.words().forEach(word -> words.add(Words.key(set.name(), word))));
    assertTrue(words.size() > 30, words.toString());
    Set<String> told = new TreeSet<>(texts(language).keySet());
    told.removeIf(key -> !key.startsWith("page.admin.word.") || isOpen(key));
    assertEquals(told, words);
  }

  /** Of acts and of reasons there can be others. */
  private static boolean isOpen(String key) {
    return key.startsWith(ACTS) || key.startsWith(REASONS);
  }

  /** Codes of refusals whose acts are put down, or that keep somebody from joining. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void hasATextForEveryReasonOfARefusal(String language) {
    Set<String> codes = new TreeSet<>();
    REFUSED.stream()
        .map(refused -> refused.getDeclaredClasses()[0].getEnumConstants())
        .flatMap(Arrays::stream)
        .forEach(reason -> codes.add(Refused.codeOf((Enum<?>) reason)));
    assertTrue(codes.size() > 100, codes.toString());
    codes.removeIf(code -> texts(language).containsKey(REASONS + code));
    assertEquals(Set.of(), codes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void hasATextForEveryEndOfAnObservation(String language) {
    Set<String> ends = new TreeSet<>();
    Arrays.stream(ObservationEnd.values()).map(ObservationEnd::word).forEach(ends::add);
    assertTrue(ends.contains("page-closed"), ends.toString());
    ends.removeIf(end -> texts(language).containsKey(REASONS + end));
    assertEquals(Set.of(), ends);
  }

  /** As a page makes them of the device and the failure. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void hasATextForEveryFailureOfADeviceThatKeepsSomebodyFromJoining(String language) {
    Set<String> reasons = new TreeSet<>();
    for (String device : Set.of("camera-", "microphone-")) {
      devices().words().forEach(word -> reasons.add(device + word));
    }
    reasons.removeIf(reason -> texts(language).containsKey(REASONS + reason));
    assertEquals(Set.of(), reasons);
  }

  private static WordSet devices() {
    return sets().filter(set -> set.name().equals("device")).findFirst().orElseThrow();
  }

  /** What sources call an act, where they put one down. */
  @Test
  void hasATextForEveryActThatIsPutDown() throws IOException {
    Set<String> acts = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        ACT.matcher(Files.readString(file)).results().forEach(act -> acts.add(act.group(1)));
      }
    }
    DEED.matcher(Files.readString(Path.of("src/main/java/plenum/room/Deeds.java")))
        .results()
        .forEach(act -> acts.add(act.group(1)));
    assertTrue(acts.size() > 40, acts.toString());
    acts.removeIf(act -> texts("en").containsKey(ACTS + act));
    assertEquals(Set.of(), acts);
  }

  /** A word that can be found inside of another would find that too. */
  @Test
  void findsNoWordInsideOfAnotherWhereThereAreSeveral() {
    sets()
        .filter(WordSet::several)
        .forEach(
            set ->
                set.words()
                    .forEach(
                        word ->
                            assertEquals(
                                1, set.words().stream().filter(in -> in.contains(word)).count())));
  }

  @Test
  void knowsEveryFailureOfADeviceThatAPageTellsOf() {
    Set<String> failures = new TreeSet<>();
    texts("en").keySet().stream()
        .filter(key -> key.startsWith(FAILURES))
        .map(key -> key.substring(FAILURES.length()))
        .filter(failure -> !failure.equals(NO_FAILURE))
        .forEach(failures::add);
    assertTrue(failures.contains("busy"), failures.toString());
    failures.removeAll(devices().words());
    assertEquals(Set.of(), failures);
  }
}
