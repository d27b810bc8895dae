package plenum.records;

import plenum.identity.DisplayName;
import plenum.identity.PersonId;

/**
 * Who stands in records of others for everybody who was erased. Pages tell it by the id, in their
 * own words.
 */
public final class Erased {

  /** Nobody's id, and the same for everybody. */
  public static final PersonId PERSON = new PersonId("-".repeat(22));

  public static final DisplayName NAME = DisplayName.of("a person who was erased");

  private Erased() {}
}
