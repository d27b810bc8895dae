package plenum.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;
import plenum.identity.Actor;

/** How features are told who acts. */
class ActsTest {

  private static final JavaClasses PLENUM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("plenum.room", "plenum.call", "plenum.presence", "plenum.media");

  private static final ArchCondition<JavaMethod> BEGIN_WITH_THE_ACTOR =
      new ArchCondition<>("begin with the actor") {
        @Override
        public void check(JavaMethod method, ConditionEvents events) {
          int actor =
              method.getRawParameterTypes().stream()
                  .map(type -> type.isEquivalentTo(Actor.class))
                  .toList()
                  .indexOf(true);
          events.add(new SimpleConditionEvent(method, actor <= 0, method.getFullName()));
        }
      };

  @Test
  void anActBeginsWithWhoActs() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage("plenum..")
        .and()
        .doNotHaveModifier(JavaModifier.SYNTHETIC)
        .should(BEGIN_WITH_THE_ACTOR)
        .check(PLENUM);
  }
}
