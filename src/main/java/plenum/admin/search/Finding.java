package plenum.admin.search;

/**
 * Something that was found.
 *
 * @param kind what it is
 * @param title how it is called
 * @param detail by what it was found, or what else tells it from others; may be empty
 * @param path of its page, on this site
 */
public record Finding(Kind kind, String title, String detail, String path) {

  /** What there is to find. */
  public enum Kind {
    PAGE,
    PERSON,
    ACCOUNT,
    ROOM,
    CALL,
    /** Somebody's page that is connected from an address. */
    SESSION,
    NODE
  }

  static Finding person(Kind kind, String id, String name, String detail) {
    return new Finding(kind, name, detail, "/admin/person?id=" + id);
  }

  static Finding meeting(Kind kind, String room, String name, String detail) {
    return new Finding(kind, name, detail, "/admin/meeting?room=" + room);
  }
}
