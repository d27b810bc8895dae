package plenum.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The directions of {@code plenum/package-info.java}; those of the engine have their own test. */
class DirectionsTest {

  private static final JavaClasses PLENUM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("plenum");

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(PLENUM);
  }

  private static final String[] FEATURES = {
    "plenum.call..", "plenum.room..", "plenum.presence..", "plenum.media.."
  };
  private static final String[] DOORS = {"plenum.signal..", "plenum.admin..", "plenum.web.."};
  private static final String[] GROUND = {"plenum.identity..", "plenum.store.."};

  @Test
  void nobodyDependsOnSignal() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("plenum.signal..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("plenum.signal.."));
  }

  @Test
  void featuresKnowNoDoor() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(FEATURES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DOORS));
  }

  @Test
  void mediaKnowsNoOtherFeature() {
    check(
        noClasses()
            .that()
            .resideInAPackage("plenum.media..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("plenum.call..", "plenum.room..", "plenum.presence.."));
  }

  @Test
  void identityAndStoreKnowNoFeature() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(GROUND)
            .should()
            .dependOnClassesThat(resideInAnyPackage(FEATURES).or(resideInAnyPackage(DOORS))));
  }

  @Test
  void settingsKnowNobody() {
    check(
        noClasses()
            .that()
            .resideInAPackage("plenum.settings..")
            .should()
            .dependOnClassesThat(
                resideInAPackage("plenum..").and(not(resideInAPackage("plenum.settings..")))));
  }

  @Test
  void noPackageCycles() {
    check(slices().matching("plenum.(*)..").should().beFreeOfCycles());
  }

  @Test
  void noPackageCyclesInMedia() {
    check(slices().matching("plenum.media.(*)..").should().beFreeOfCycles());
  }
}
