package plenum.signal.protocol;

import java.util.Locale;

/** How messages and changes are called in JSON: {@code JoinRoom} is {@code join-room}. */
public final class MessageName {

  private static final ClassValue<String> NAMES =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
          return type.getSimpleName()
              .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
              .toLowerCase(Locale.ROOT);
        }
      };

  private MessageName() {}

  /** The name of the messages of this class. */
  public static String of(Class<?> type) {
    return NAMES.get(type);
  }
}
