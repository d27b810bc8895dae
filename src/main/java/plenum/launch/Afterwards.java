package plenum.launch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * What happens in the background after a start: the archive of classes is made if there is none,
 * and what earlier versions and other JVMs left behind is removed. If that fails, the next start is
 * as slow as this one was.
 *
 * @param payara the folder of Payara Micro
 * @param application the folder of the application
 */
record Afterwards(Path payara, Path application, LaunchSettings settings) implements Runnable {

  /** Set to {@code false} no archive is made. */
  private static final String ARCHIVE = "plenum.launch.archive";

  @Override
  public void run() {
    try {
      new Cache(payara.getParent()).removeOld(Set.of(payara, application));
      ClassArchive archive = ClassArchive.in(payara);
      if (!archive.exists() && isWanted()) {
        new Training(payara, application, settings.dataDir().resolve("payara")).make(archive);
      }
      if (archive.exists()) {
        removeOthers(archive);
      }
    } catch (IOException unwritable) {
      // A folder that others prepared, such as a container's.
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isWanted() {
    return !"false".equals(System.getProperty(ARCHIVE))
        && ClassArchive.isWanted(ManagementFactory.getRuntimeMXBean().getInputArguments());
  }

  private void removeOthers(ClassArchive archive) throws IOException {
    for (Path file : Folders.in(payara)) {
      if (archive.isOther(file)) {
        Files.deleteIfExists(file);
      }
    }
  }
}
