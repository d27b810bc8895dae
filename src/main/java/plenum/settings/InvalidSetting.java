package plenum.settings;

/** A setting whose value cannot be used; the message is one sentence that names it. */
public final class InvalidSetting extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String setting;
  private final String expected;

  /**
   * @param name of the setting
   * @param value that cannot be used; nothing of a secret
   * @param expected what it must be
   */
  public InvalidSetting(String name, String value, String expected) {
    super(
        "The setting %s must be %s, but it is \"%s\".".formatted(name, expected, value),
        null,
        false,
        false);
    this.setting = name;
    this.expected = expected;
  }

  /** Its name. */
  public String setting() {
    return setting;
  }

  /** What it must be, in English. */
  public String expected() {
    return expected;
  }
}
