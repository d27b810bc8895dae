package plenum.chat.file;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a file is called where somebody saves it: one name, without a path, that every system takes
 * and that looks like what it is.
 *
 * @param value at most {@value #LONGEST} code points
 */
public record FileName(String value) {

  static final int LONGEST = 100;

  private static final Pattern PATH = Pattern.compile(".*[/\\\\]", Pattern.DOTALL);

  /**
   * Controls, what turns or hides the text around it, and what Windows takes for something else.
   */
  private static final Pattern UNFIT = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}<>:\"|?*]");

  private static final Pattern EDGES = Pattern.compile("^[\\s.]+|[\\s.]+$");

  public FileName {
    Objects.requireNonNull(value, "a name has a value");
  }

  /** The name as far as it can be one. */
  public static FileName of(String raw) {
    String last = PATH.matcher(Normalizer.normalize(raw, Form.NFC)).replaceFirst("");
    String plain = UNFIT.matcher(last).replaceAll("");
    String name = EDGES.matcher(plain.replaceAll("\\s+", " ")).replaceAll("");
    return new FileName(name.isEmpty() ? "file" : shortened(name));
  }

  /** The end is kept: it tells what it is. */
  private static String shortened(String name) {
    if (name.codePointCount(0, name.length()) <= LONGEST) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String end = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
    int[] letters = name.codePoints().limit(LONGEST - end.length()).toArray();
    return new String(letters, 0, letters.length).strip() + end;
  }

  /** What is behind the last dot, in lower case; empty without one. */
  String extension() {
    int dot = value.lastIndexOf('.');
    return dot < 0 ? "" : value.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return value;
  }
}
