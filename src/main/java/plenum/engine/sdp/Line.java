package plenum.engine.sdp;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of SDP.
 *
 * @param number from 1
 * @param text without its line end
 */
record Line(int number, String text) {

  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,10}");

  MalformedSdp malformed(String complaint) {
    // A password is a secret even when it is malformed.
    String shown = text.startsWith("a=ice-pwd") ? "a=ice-pwd" : text;
    return MalformedSdp.at(number, shown, complaint);
  }

  /** The name of an attribute line. */
  String attribute() {
    int colon = text.indexOf(':');
    return (colon < 0 ? text.substring(2) : text.substring(2, colon)).strip();
  }

  /** What follows an attribute's colon; empty if there is none. */
  String value() {
    int colon = text.indexOf(':');
    return colon < 0 ? "" : text.substring(colon + 1).strip();
  }

  /** The words of the value; at least one, which may be empty. */
  List<String> words() {
    return List.of(SPACES.split(value()));
  }

  /** The value's first word. */
  String first() {
    String value = value();
    int end = 0;
    while (end < value.length() && value.charAt(end) > ' ') {
      end++;
    }
    return value.substring(0, end);
  }

  /** What follows the value's first word, empty if nothing does. */
  String rest() {
    return value().substring(first().length()).strip();
  }

  /** A decimal number in a permitted range. */
  long number(String digits, long min, long max) {
    if (DIGITS.matcher(digits).matches()) {
      long value = Long.parseLong(digits);
      if (value >= min && value <= max) {
        return value;
      }
    }
    throw malformed("has no number from " + min + " to " + max + " where it needs one");
  }
}
