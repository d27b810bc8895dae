package plenum.web.records;

import jakarta.ws.rs.NotFoundException;
import plenum.identity.PersonId;

/** Persons as addresses name them. */
final class People {

  private People() {}

  /**
   * @throws NotFoundException for what can be nobody's id
   */
  static PersonId id(String text) {
    try {
      return new PersonId(text);
    } catch (IllegalArgumentException nobodys) {
      throw new NotFoundException(nobodys);
    }
  }
}
