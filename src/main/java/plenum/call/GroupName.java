package plenum.call;

import java.util.function.Consumer;
import plenum.identity.DisplayName;
import plenum.room.RoomName;
import plenum.room.RoomRefused;

/** What a group room is called that was a call: by the two names, as far as they fit. */
final class GroupName {

  private static final String AND = " & ";
  private static final String CUT = "…";

  private GroupName() {}

  /**
   * Tries names for the room of this call until one is not taken.
   *
   * @throws RoomRefused what the attempt threw, except that the name is taken
   */
  static void firstFree(Call call, Consumer<RoomName> attempt) {
    boolean named = false;
    for (int number = 1; !named; number++) {
      try {
        attempt.accept(of(call.from().name(), call.to().name(), number));
        named = true;
      } catch (RoomRefused refused) {
        if (refused.reason() != RoomRefused.Reason.ROOM_NAME_TAKEN) {
          throw refused;
        }
      }
    }
  }

  /**
   * @param number 1 for the plain name; it follows the names otherwise
   */
  static RoomName of(DisplayName one, DisplayName other, int number) {
    String suffix = number == 1 ? "" : " " + number;
    int space = RoomName.LONGEST - AND.length() - suffix.length();
    int first = Math.max(space / 2, space - length(other.value()));
    String start = cut(one.value(), first);
    return new RoomName(start + AND + cut(other.value(), space - length(start)) + suffix);
  }

  private static String cut(String name, int most) {
    if (length(name) <= most) {
      return name;
    }
    return name.substring(0, name.offsetByCodePoints(0, most - CUT.length())).strip() + CUT;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
