package plenum.signal.protocol;

/** One change of a topic; the record's name is the change's, as {@link MessageName} writes it. */
public interface Change {}
