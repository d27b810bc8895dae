package plenum.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Needs a real SRS, which {@code -Dsrs.binary} names. Without one nothing of the test is begun, and
 * the reason is printed.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsSrs.Condition.class)
public @interface NeedsSrs {

  /** Looks for the binary before anything of a test runs. */
  final class Condition implements ExecutionCondition {

    private static final String HOW = "Give a real SRS by -Dsrs.binary=/path/to/srs.";

    /** The SRS to start, if one was given. */
    static Optional<Path> binary() {
      return Optional.ofNullable(System.getProperty("srs.binary"))
          .filter(text -> !text.isBlank())
          .map(text -> Path.of(text).toAbsolutePath());
    }

    static Path required() {
      return binary().orElseThrow(() -> new IllegalStateException("There is no SRS. " + HOW));
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      boolean needed =
          context.getElement().filter(e -> e.isAnnotationPresent(NeedsSrs.class)).isPresent();
      if (!needed || binary().filter(Files::isExecutable).isPresent()) {
        return ConditionEvaluationResult.enabled("there is an SRS, or none is needed");
      }
      String reason = binary().map(path -> path + " cannot be run. ").orElse("") + HOW;
      System.out.println("Skipped: " + name(context) + ". " + reason);
      return ConditionEvaluationResult.disabled(reason);
    }

    static String name(ExtensionContext context) {
      return context.getRequiredTestClass().getSimpleName()
          + context.getTestMethod().map(method -> "." + method.getName()).orElse("");
    }
  }
}
