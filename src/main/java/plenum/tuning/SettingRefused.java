package plenum.tuning;

import java.time.Duration;
import plenum.settings.InvalidSetting;
import plenum.settings.Kind;
import plenum.settings.Setting;
import plenum.text.Refused;
import plenum.text.Sentence;

/** A setting cannot be changed, or not so. */
public final class SettingRefused extends Refused {

  /** Why. */
  public enum Reason {
    /** There is none of that name. */
    NO_SUCH_SETTING(404),
    /** There is no such change, or it is forgotten. */
    NO_SUCH_CHANGE(404),
    /** It is not for the page to say. */
    SETTING_FIXED(409),
    /** Somebody else was first. */
    SETTING_CHANGED(409),
    /** The value cannot be used. */
    SETTING_INVALID(400);

    private final int status;

    Reason(int status) {
      this.status = status;
    }
  }

  private static final long serialVersionUID = 1L;

  SettingRefused(Reason reason, String key, Object... values) {
    super(reason, reason.status, Sentence.of(key, values));
  }

  /** What was given cannot be used: what it must be, in words of the reader. */
  static SettingRefused invalid(Setting setting, String given, InvalidSetting why) {
    if (!why.setting().equals(setting.name())) {
      return new SettingRefused(Reason.SETTING_INVALID, "setting-invalid.other", why.setting());
    }
    if (setting.kind().permits(given)) {
      return new SettingRefused(Reason.SETTING_INVALID, "setting-invalid");
    }
    if (setting.kind() instanceof Kind.Number number) {
      return new SettingRefused(
          Reason.SETTING_INVALID, "setting-invalid.number", number.least(), number.most());
    }
    if (setting.kind() instanceof Kind.Time time) {
      return new SettingRefused(
          Reason.SETTING_INVALID, "setting-invalid.time", text(time.least()), text(time.most()));
    }
    if (setting.kind() instanceof Kind.Choice choice) {
      return new SettingRefused(
          Reason.SETTING_INVALID, "setting-invalid.choice", String.join(", ", choice.choices()));
    }
    return setting.kind() instanceof Kind.Flag
        ? new SettingRefused(Reason.SETTING_INVALID, "setting-invalid.flag")
        : new SettingRefused(Reason.SETTING_INVALID, "setting-invalid");
  }

  /** As settings write it. */
  public static String text(Duration time) {
    if (time.toMillis() % 1000 != 0) {
      return time.toMillis() + "ms";
    }
    if (time.toSeconds() % 3600 == 0 && !time.isZero()) {
      return time.toHours() + "h";
    }
    return time.toSeconds() % 60 == 0 && !time.isZero()
        ? time.toMinutes() + "m"
        : time.toSeconds() + "s";
  }
}
