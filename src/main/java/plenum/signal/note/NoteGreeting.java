package plenum.signal.note;

/**
 * What notes add to the greeting.
 *
 * @param notes how many the person has not read yet
 */
public record NoteGreeting(int notes) {}
