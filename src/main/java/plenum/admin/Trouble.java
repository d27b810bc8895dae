package plenum.admin;

/**
 * Something to look after.
 *
 * @param what whose trouble it is; may be empty
 * @param why a sentence that says what to do
 */
public record Trouble(String what, String why) {}
