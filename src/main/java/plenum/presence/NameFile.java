package plenum.presence;

import java.util.List;
import plenum.store.ListFile;
import plenum.store.StoredFile;

/** The file in which earlier versions of Plenum kept names. */
public final class NameFile {

  private NameFile() {}

  /**
   * The names that are in it.
   *
   * @throws plenum.settings.StartRefused as {@link ListFile#read}
   */
  public static List<KeptName> read(StoredFile file) {
    return new ListFile<>(file, "names", KeptName.FORMAT).read().entries();
  }
}
