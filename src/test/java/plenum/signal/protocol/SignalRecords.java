package plenum.signal.protocol;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The records of all features' messages, as they are found in the compiled classes. */
public final class SignalRecords {

  private SignalRecords() {}

  /** The records of this kind, such as {@code ClientMessage}. */
  public static List<Class<?>> of(Class<?> kind) {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("plenum.signal")
            .stream()
            .filter(found -> found.isRecord() && found.isAssignableTo(kind))
            .<Class<?>>map(JavaClass::reflect)
            .toList();
  }

  /** How messages name it. */
  public static String name(Class<?> message) {
    return MessageName.of(message);
  }

  /** What a server knows that has every feature. */
  static Function<String, Optional<Class<? extends ClientMessage>>> kinds() {
    Map<String, Class<? extends ClientMessage>> kinds =
        of(ClientMessage.class).stream()
            .map(found -> found.asSubclass(ClientMessage.class))
            .collect(Collectors.toMap(MessageName::of, Function.identity()));
    return name -> Optional.ofNullable(kinds.get(name));
  }
}
