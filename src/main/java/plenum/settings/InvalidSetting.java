package plenum.settings;

/** A setting whose value cannot be used; the message is one sentence that names it. */
public final class InvalidSetting extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InvalidSetting(String name, String value, String expected) {
    super(
        "The setting %s must be %s, but it is \"%s\".".formatted(name, expected, value),
        null,
        false,
        false);
  }
}
