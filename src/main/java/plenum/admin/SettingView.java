package plenum.admin;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import plenum.settings.Kind;
import plenum.settings.Setting;
import plenum.tuning.SettingRefused;

/**
 * A setting, as a page shows it.
 *
 * @param sentence what it does
 * @param words the page's sentences by key
 */
public record SettingView(Setting setting, String sentence, Map<String, String> words) {

  private static final String KEY = "page.admin.setting.";

  public String name() {
    return setting.name();
  }

  /** What it is now. */
  public String value() {
    return setting.text().orElse("");
  }

  /** What it is where nobody says otherwise. */
  public String byDefault() {
    return setting.byDefault().orElse("");
  }

  /** What it would be, had nobody changed it on these pages. */
  public String unchanged() {
    return setting.unchanged().orElse("");
  }

  public boolean changed() {
    return setting.isChanged();
  }

  /** Where the value comes from. */
  public String source() {
    return words.get(KEY + "origin." + word(setting.origin()));
  }

  /** When another value counts. */
  public String effect() {
    return words.get(KEY + "effect." + word(setting.effect()));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** What may be chosen; empty where something is to be typed. */
  public List<String> choices() {
    if (setting.kind() instanceof Kind.Choice choice) {
      return choice.choices();
    }
    return setting.kind() instanceof Kind.Flag ? List.of("true", "false") : List.of();
  }

  /** What may be typed. */
  public String limits() {
    if (setting.kind() instanceof Kind.Number number) {
      return filled("limits.number", number.least() + "", number.most() + "");
    }
    if (setting.kind() instanceof Kind.Time time) {
      return filled(
          "limits.time", SettingRefused.text(time.least()), SettingRefused.text(time.most()));
    }
    return "";
  }

  private String filled(String key, String least, String most) {
    return words.get(KEY + key).replace("{0}", least).replace("{1}", most);
  }

  /** What is shown, for a search in it. */
  public String searched() {
    return name() + " " + sentence;
  }
}
