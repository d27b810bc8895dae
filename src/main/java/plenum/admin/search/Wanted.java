package plenum.admin.search;

import plenum.identity.VisibleText;

/**
 * What somebody looks for.
 *
 * @param text as it was typed
 * @param key the same, as names are compared
 */
record Wanted(String text, String key) {

  /** Nobody looks for more. */
  private static final int LONGEST = 100;

  static Wanted of(String typed) {
    String text = typed.strip();
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return new Wanted(cut, VisibleText.comparisonKey(cut));
  }

  /** Whether nothing is looked for. */
  boolean isNothing() {
    return key.isEmpty();
  }

  /** Whether a name has it in it, however that is written. */
  boolean isIn(String name) {
    return VisibleText.comparisonKey(name).contains(key);
  }

  /** Whether an id is this one, or begins so. */
  boolean begins(String id) {
    return text.length() >= 4 && id.startsWith(text);
  }

  /** Whether it can be a part of an address. */
  boolean isAddress() {
    return text.matches("[0-9a-fA-F]*[.:][0-9a-fA-F.:]*|[0-9]{1,3}");
  }

  /** Whether an address begins so. */
  boolean isOf(String address) {
    return isAddress() && address.startsWith(text);
  }
}
