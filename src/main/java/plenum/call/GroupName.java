package plenum.call;

import plenum.identity.DisplayName;
import plenum.room.RoomName;

/** What a group room is called that was a call: by the two names, as far as they fit. */
final class GroupName {

  private static final String AND = " & ";
  private static final String CUT = "…";

  private GroupName() {}

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
