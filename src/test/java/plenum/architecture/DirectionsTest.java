package plenum.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The order of {@code plenum/package-info.java}, read from there. A rule that finds no class to
 * look at fails.
 */
class DirectionsTest {

  private static final Path SOURCES = Path.of("src/main/java/plenum");
  private static final Pattern ORDER = Pattern.compile("(?s)<pre>\\R(.*?) \\* </pre>");

  private static final JavaClasses PLENUM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("plenum");

  /** The components, from the top; those of one row do not know each other. */
  private static final List<List<String>> ROWS = rows();

  private static List<List<String>> rows() {
    Matcher order = ORDER.matcher(text(SOURCES.resolve("package-info.java")));
    assertTrue(order.find(), "the order is stated");
    return order
        .group(1)
        .lines()
        .map(line -> line.replace("*", "").strip())
        .map(row -> Arrays.asList(row.split(", ")))
        .toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String within(String component) {
    return "plenum." + component + "..";
  }

  static Stream<String> components() {
    return ROWS.stream().flatMap(List::stream);
  }

  /** Everybody who stands beside or above a component. */
  private static String[] notBelow(String component) {
    List<String> others = new ArrayList<>();
    for (List<String> row : ROWS) {
      row.stream().filter(other -> !other.equals(component)).forEach(others::add);
      if (row.contains(component)) {
        break;
      }
    }
    return others.stream().map(DirectionsTest::within).toArray(String[]::new);
  }

  @Test
  void tellsEveryComponentAndNoOther() throws IOException {
    Set<String> folders = new TreeSet<>();
    try (Stream<Path> files = Files.list(SOURCES)) {
      files
          .filter(Files::isDirectory)
          .forEach(folder -> folders.add(folder.getFileName().toString()));
    }
    assertEquals(folders, new TreeSet<>(components().toList()));
  }

  @ParameterizedTest
  @MethodSource("components")
  void callsOnlyThoseBelow(String component) {
    noClasses()
        .that()
        .resideInAPackage(within(component))
        .should()
        .dependOnClassesThat(resideInAnyPackage(notBelow(component)))
        .check(PLENUM);
  }

  static Stream<String> divided() {
    return components().filter(DirectionsTest::isDivided);
  }

  private static boolean isDivided(String component) {
    try (Stream<Path> files = Files.list(SOURCES.resolve(component))) {
      return files.anyMatch(Files::isDirectory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("divided")
  void hasNoCycle(String component) {
    slices().matching("plenum." + component + ".(*)..").should().beFreeOfCycles().check(PLENUM);
  }

  /** What stands at the root of {@code signal} joins the rest, and is known to none of it. */
  @Test
  void nobodyKnowsTheRootOfSignal() {
    noClasses()
        .that()
        .resideInAPackage("plenum.signal.*..")
        .should()
        .dependOnClassesThat(resideInAPackage("plenum.signal"))
        .check(PLENUM);
  }

  /** The root package has no class, so that nobody can know one. */
  @Test
  void hasNoClassOfItsOwn() {
    assertTrue(
        PLENUM.stream()
            .filter(found -> found.getPackageName().equals("plenum"))
            .allMatch(found -> found.getSimpleName().equals("package-info")));
  }

  /**
   * A feature's part of the protocol knows the feature's, and rooms; never the container's side.
   * Parts are all packages but those two.
   */
  @Test
  void partsKnowNoWire() {
    noClasses()
        .that(
            resideInAPackage("plenum.signal.*..")
                .and(resideOutsideOfPackages("plenum.signal.protocol..", "plenum.signal.wire..")))
        .should()
        .dependOnClassesThat(resideInAPackage("plenum.signal.wire.."))
        .check(PLENUM);
  }

  /** Whatever is about rooms may know how messages show one; else a part can be taken away. */
  @Test
  void partsKnowNoOtherPartButRooms() {
    slices()
        .matching("plenum.signal.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(
            alwaysTrue(),
            resideInAnyPackage(
                "plenum.signal.room..", "plenum.signal.protocol..", "plenum.signal.wire.."))
        .check(PLENUM);
  }

  @Test
  void theProtocolKnowsNoFeature() {
    noClasses()
        .that()
        .resideInAnyPackage("plenum.signal.protocol..", "plenum.signal.wire..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "plenum.call..", "plenum.room..", "plenum.presence..", "plenum.media.."))
        .check(PLENUM);
  }
}
