package plenum.signal.note;

/**
 * What notes add to the greeting.
 *
 * @param notes how many the person has not read yet
 * @param findsReceivers whether the person may find people who are not online
 */
public record NoteGreeting(int notes, boolean findsReceivers) {}
