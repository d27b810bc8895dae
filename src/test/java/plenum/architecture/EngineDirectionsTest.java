package plenum.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plenum.engine.session.EmbeddedEngine;

/**
 * The directions of {@code plenum/engine/package-info.java}. A rule that finds no class to look at
 * fails.
 */
class EngineDirectionsTest {

  private static final String CONTRACT = "plenum.engine";

  /** Each package of the engine, and exactly those others of the engine that it uses. */
  private static final Map<String, Set<String>> USES =
      Map.ofEntries(
          entry(CONTRACT, Set.of()),
          entry(
              within("session"),
              Set.of(
                  CONTRACT,
                  within("forward"),
                  within("estimate"),
                  within("sdp"),
                  within("ice"),
                  within("dtls"),
                  within("srtp"),
                  within("rtp"),
                  within("rtcp"),
                  within("net"))),
          entry(within("forward"), Set.of(within("rtp"), within("rtcp"))),
          entry(within("estimate"), Set.of(within("rtcp"))),
          entry(within("sdp"), Set.of()),
          entry(within("ice"), Set.of()),
          entry(within("dtls"), Set.of()),
          entry(within("srtp"), Set.of()),
          entry(within("rtp"), Set.of()),
          entry(within("rtcp"), Set.of()),
          entry(within("net"), Set.of()));

  private static final JavaClasses PLENUM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("plenum");

  private static String within(String name) {
    return CONTRACT + "." + name;
  }

  static Stream<String> packages() {
    return USES.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void usesNobodyButThose(String user) {
    String[] known = Stream.concat(Stream.of(user), USES.get(user).stream()).toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(user)
        .should()
        .dependOnClassesThat(resideInAPackage("plenum..").and(not(resideInAnyPackage(known))))
        .check(PLENUM);
  }

  @Test
  void everyDirectionIsTaken() {
    Map<String, Set<String>> taken = new TreeMap<>();
    for (JavaClass user : PLENUM.that(resideInAPackage(CONTRACT + ".."))) {
      taken
          .computeIfAbsent(user.getPackageName(), name -> new TreeSet<>())
          .addAll(packagesUsedBy(user));
    }
    assertEquals(USES, taken);
  }

  private static Set<String> packagesUsedBy(JavaClass user) {
    return user.getDirectDependenciesFromSelf().stream()
        .map(dependency -> dependency.getTargetClass().getBaseComponentType().getPackageName())
        .filter(name -> name.startsWith(CONTRACT) && !name.equals(user.getPackageName()))
        .collect(toCollection(TreeSet::new));
  }

  @Test
  void knowsNoContainer() {
    noClasses()
        .that()
        .resideInAPackage("plenum.engine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta..", "org.eclipse.microprofile..", "fish.payara..")
        .check(PLENUM);
  }

  @Test
  void onlyTheSocketKnowsNetty() {
    onlyOneKnows("io.netty..", within("net"));
  }

  @Test
  void onlyTheHandshakeKnowsBouncyCastle() {
    onlyOneKnows("org.bouncycastle..", within("dtls"));
  }

  private static void onlyOneKnows(String library, String one) {
    noClasses()
        .that(resideInAPackage("plenum.engine..").and(resideOutsideOfPackages(one)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(PLENUM);
  }

  @Test
  void onlyTheAdapterKnowsTheEngine() {
    noClasses()
        .that()
        .resideOutsideOfPackages("plenum.engine..", "plenum.media.embedded..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("plenum.engine..")
        .check(PLENUM);
  }

  @Test
  void nobodyOutsideKnowsMoreThanTheContractAndWhatStartsIt() {
    noClasses()
        .that()
        .resideOutsideOfPackage("plenum.engine..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("plenum.engine.(*)..").and(not(type(EmbeddedEngine.class))))
        .check(PLENUM);
  }

  @Test
  void noPackageCycles() {
    slices()
        .matching("plenum.(**)")
        .should()
        .beFreeOfCycles()
        .check(PLENUM.that(resideInAPackage("plenum.engine..")));
  }
}
