package plenum.typing;

import plenum.identity.DisplayName;

/** Somebody who writes, and how far their edits are known; guarded by the lock of all. */
final class Typist {

  private String stream = "";
  private long last;
  private Line line = new Line();
  private DisplayName name;

  Typist(DisplayName name) {
    this.name = name;
  }

  /** Whether the edit was taken before. */
  boolean knows(Typed typed) {
    return typed.stream().equals(stream) && typed.number() <= last;
  }

  /** Whether it is the next one, or the first of another stream. */
  boolean awaits(Typed typed) {
    return typed.stream().equals(stream) ? typed.number() == last + 1 : typed.number() == 1;
  }

  /** The line that this edit ends by beginning another stream; empty where it goes on. */
  String endedBy(Typed typed) {
    return typed.stream().equals(stream) ? "" : line.text();
  }

  /** Takes the edit; another stream begins with an empty line. */
  Line take(Typed typed, DisplayName called) {
    if (!typed.stream().equals(stream)) {
      stream = typed.stream();
      line = line.isEmpty() ? line : line.next();
    }
    last = typed.number();
    name = called;
    return line;
  }

  /** Has lost the seat, and the line is finished for others. */
  void left() {
    line = line.again();
  }

  Line line() {
    return line;
  }

  DisplayName name() {
    return name;
  }
}
