package plenum.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Shows what is so with the embedded engine alone: skipped, and the reason printed, in a run in
 * which SRS carries the media ({@code -Dplenum.test.media=srs}).
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EmbeddedOnly.Condition.class)
public @interface EmbeddedOnly {

  /** Why it cannot be so with SRS. */
  String value();

  /** Looks at the run before anything of a test runs. */
  final class Condition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return AnnotationSupport.findAnnotation(context.getElement(), EmbeddedOnly.class)
          .filter(here -> PlenumServer.mediaBySrs())
          .map(only -> skipped(context, only.value()))
          .orElse(ConditionEvaluationResult.enabled("it holds for the media of this run"));
    }

    private static ConditionEvaluationResult skipped(ExtensionContext context, String why) {
      System.out.println("Skipped with SRS: " + NeedsSrs.Condition.name(context) + ". " + why);
      return ConditionEvaluationResult.disabled(why);
    }
  }
}
