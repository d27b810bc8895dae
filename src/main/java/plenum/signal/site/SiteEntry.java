package plenum.signal.site;

import plenum.signal.protocol.Change;
import plenum.signal.protocol.Entry;

/**
 * How often a part of the site changed.
 *
 * @param part its name
 * @param changes another number after each change
 */
public record SiteEntry(String part, long changes) implements Entry {

  /** A part of the site is not as it was. */
  public record PartChanged(String part, long changes) implements Change {}

  @Override
  public Change appeared() {
    return changed();
  }

  @Override
  public Change changed() {
    return new PartChanged(part, changes);
  }

  @Override
  public Change gone(String reason) {
    return changed();
  }
}
