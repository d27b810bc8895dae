package plenum.identity;

/** A name that cannot be used; the message is a sentence for a person. */
public final class InvalidName extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InvalidName(String message) {
    super(message, null, false, false);
  }
}
