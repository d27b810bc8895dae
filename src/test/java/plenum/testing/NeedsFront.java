package plenum.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Needs a real reverse proxy, which {@code src/build/fronts.sh} gets where that can be done.
 * Without it nothing of the test is begun, and the reason is printed.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsFront.Condition.class)
public @interface NeedsFront {

  /** The program's name. */
  String value();

  /** Looks for the program before anything of a test runs. */
  final class Condition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      Optional<String> missing =
          context
              .getElement()
              .map(element -> element.getAnnotation(NeedsFront.class))
              .map(NeedsFront::value)
              .filter(name -> Front.find(name).isEmpty());
      if (missing.isEmpty()) {
        return ConditionEvaluationResult.enabled("the proxy is there, or none is needed");
      }
      String reason = "There is no " + missing.get() + " here; src/build/fronts.sh says why.";
      System.out.println("Skipped: " + NeedsSrs.Condition.name(context) + ". " + reason);
      return ConditionEvaluationResult.disabled(reason);
    }
  }
}
