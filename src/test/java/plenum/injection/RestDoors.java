package plenum.injection;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Application;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The resources of all REST applications, as they are found in the compiled classes. */
final class RestDoors {

  /** In which part of a request a field is. */
  enum Part {
    PATH,
    QUERY,
    HEADER,
    FORM
  }

  /** A named parameter of a method. */
  record Field(Part part, String name) {}

  /**
   * What one method serves.
   *
   * @param name as {@code plenum.right.Doors} has it
   * @param path from the root on, with names in braces
   * @param body the record that a JSON body becomes
   * @param raw whether it reads the request itself, so that nothing here tells of what
   */
  record Door(
      String name,
      String verb,
      String path,
      List<Field> fields,
      Optional<Class<?>> body,
      boolean raw) {}

  private RestDoors() {}

  static List<Door> all() {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("plenum").stream()
            .filter(type -> type.isAnnotatedWith(ApplicationPath.class))
            .map(JavaClass::reflect)
            .flatMap(RestDoors::of)
            .toList();
  }

  private static Stream<Door> of(Class<?> application) {
    String root = "/" + application.getAnnotation(ApplicationPath.class).value();
    try {
      var found = (Application) application.getDeclaredConstructor().newInstance();
      return found.getClasses().stream()
          .filter(type -> type.isAnnotationPresent(Path.class))
          .flatMap(type -> Arrays.stream(type.getDeclaredMethods()).flatMap(m -> of(root, m)));
    } catch (ReflectiveOperationException defect) {
      throw new IllegalStateException(defect);
    }
  }

  private static Stream<Door> of(String root, Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .filter(verb -> verb != null)
        .map(verb -> door(root, verb.value(), method));
  }

  private static Door door(String root, String verb, Method method) {
    Class<?> type = method.getDeclaringClass();
    String own = step(method.getAnnotation(Path.class));
    List<Field> fields = new ArrayList<>();
    Optional<Class<?>> body = Optional.empty();
    boolean raw = false;
    for (Parameter parameter : method.getParameters()) {
      Optional<Field> field = field(parameter);
      field.ifPresent(fields::add);
      if (field.isEmpty() && parameter.getType().isRecord()) {
        body = Optional.of(parameter.getType());
      } else if (field.isEmpty()) {
        raw = true;
      }
    }
    String name = verb + " " + type.getSimpleName() + own;
    return new Door(
        name, verb, root + step(type.getAnnotation(Path.class)) + own, fields, body, raw);
  }

  private static String step(Path path) {
    return path == null || path.value().isEmpty()
        ? ""
        : "/" + path.value().replaceAll("\\{(\\w+):[^}]*}", "{$1}");
  }

  private static Optional<Field> field(Parameter parameter) {
    var path = parameter.getAnnotation(PathParam.class);
    var query = parameter.getAnnotation(QueryParam.class);
    var header = parameter.getAnnotation(HeaderParam.class);
    var form = parameter.getAnnotation(FormParam.class);
    return path != null
        ? Optional.of(new Field(Part.PATH, path.value()))
        : query != null
            ? Optional.of(new Field(Part.QUERY, query.value()))
            : header != null
                ? Optional.of(new Field(Part.HEADER, header.value()))
                : form != null ? Optional.of(new Field(Part.FORM, form.value())) : Optional.empty();
  }
}
