package plenum.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Names that somebody meant to be those of settings, and that no setting has: a typing error is not
 * to go unseen. The launcher has this class, too.
 *
 * @param declared all settings that there are
 */
public record Misspelt(Declarations declared) {

  private static final int PREFIX = "plenum.".length();

  /** Settings, and not what the launcher and the engine are told by whoever works on them. */
  private static final Pattern MEANT =
      Pattern.compile("(?i)plenum[._-](?!(?:launch|engine|test|bench)[._-]).+");

  /** Plenum's, but no settings. */
  private static final Pattern OTHERS = Pattern.compile("(?i)plenum[._-].*");

  /** Variables that the start script and the files for containers know. */
  private static final Set<String> OF_SCRIPTS = Set.of("PLENUM_CACHE", "PLENUM_JAR");

  /** What Docker and Kubernetes tell of another container or service whose name is Plenum's. */
  private static final Pattern OF_CONTAINERS =
      Pattern.compile("PLENUM_(?:SERVICE_(?:HOST|PORT.*)|PORT|PORT_[0-9]+_.*|NAME|ENV_.*)");

  /**
   * Those of the names, each told in a sentence.
   *
   * @param where they are, in words that the name follows
   */
  public List<String> named(Collection<String> names, String where) {
    return names.stream()
        .filter(name -> isMeant(name) && !declared.has(name))
        .sorted()
        .map(name -> sentence(where + name, nearest(name)))
        .toList();
  }

  /** The same of variables of the environment. */
  public List<String> variables(Collection<String> names) {
    return names.stream()
        .filter(this::isUnknownVariable)
        .sorted()
        .map(
            name ->
                sentence(
                    "There is the environment variable " + name,
                    nearest(name).map(Misspelt::variable)))
        .toList();
  }

  private static String sentence(String what, Optional<String> nearest) {
    String more = nearest.map("; the nearest is "::concat).orElse("");
    return what + ", but there is no such setting" + more + ".";
  }

  /** Whoever cannot spell Plenum means a setting, too, if the rest is one's. */
  private boolean isMeant(String name) {
    return MEANT.matcher(name).matches() || !OTHERS.matcher(name).matches() && isNear(name, 2);
  }

  private boolean isUnknownVariable(String name) {
    return isMeant(name)
        && !OF_SCRIPTS.contains(name)
        && !OF_CONTAINERS.matcher(name).matches()
        && declared.all().stream()
            .noneMatch(setting -> Declarations.variables(setting.name()).contains(name));
  }

  private static String variable(String setting) {
    List<String> all = Declarations.variables(setting);
    return all.get(all.size() - 1);
  }

  /** The setting whose name is the nearest, if one is near. */
  private Optional<String> nearest(String name) {
    String typed = lower(name);
    return declared.all().stream()
        .map(Declarations.Declaration::name)
        .min(Comparator.comparingInt(setting -> distance(typed, lower(setting))))
        .filter(setting -> distance(typed, lower(setting)) <= (typed.length() - PREFIX + 1) / 2);
  }

  private boolean isNear(String name, int most) {
    return declared.all().stream()
        .map(Declarations.Declaration::name)
        .filter(setting -> Math.abs(setting.length() - name.length()) <= most)
        .anyMatch(setting -> distance(lower(name), lower(setting)) <= most);
  }

  private static String lower(String setting) {
    return variable(setting).toLowerCase(Locale.ROOT);
  }

  /** Of how many letters too many, too few, wrong or exchanged with the next the one differs. */
  private static int distance(String one, String other) {
    int[] before = new int[other.length() + 1];
    int[] last = IntStream.rangeClosed(0, other.length()).toArray();
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int differs = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + differs);
        if (i > 1 && j > 1 && exchanged(one, i, other, j)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      before = last;
      last = row;
    }
    return last[other.length()];
  }

  private static boolean exchanged(String one, int i, String other, int j) {
    return one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
  }
}
