package plenum.settings;

/** A setting whose value cannot be used; the message is one sentence that names it. */
public final class InvalidSetting extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final int LONGEST = 200;

  private final String setting;
  private final String expected;

  /**
   * @param name of the setting
   * @param value that cannot be used; nothing of a secret
   * @param expected what it must be
   */
  public InvalidSetting(String name, String value, String expected) {
    super(
        "The setting %s must be %s, but it is \"%s\".".formatted(name, expected, shown(value)),
        null,
        false,
        false);
    this.setting = name;
    this.expected = expected;
  }

  /** In one line of a log, whatever a file had in it. */
  private static String shown(String value) {
    String line = value.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
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
