package plenum.injection;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The members of a JSON object that becomes a record, and objects in which one of them differs. */
record RecordFields(Class<?> type, Map<String, String> usual) {

  /** What of a record is a leaf; names of records within come before a dot. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (RecordComponent component : components()) {
      Optional<RecordFields> inner = inner(component);
      if (inner.isEmpty()) {
        names.add(component.getName());
      } else {
        inner.get().names().forEach(name -> names.add(component.getName() + "." + name));
      }
    }
    return names;
  }

  /** All members as usual, but this one, whose value is given as JSON. */
  String object(String field, String value) {
    return Arrays.stream(components())
        .map(component -> member(component, field, value))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private String member(RecordComponent component, String field, String value) {
    String name = component.getName();
    return "\"" + name + "\":" + value(component, field, value);
  }

  private String value(RecordComponent component, String field, String value) {
    String name = component.getName();
    Optional<RecordFields> inner = inner(component);
    boolean list = component.getType() == List.class;
    String one;
    if (inner.isPresent()) {
      String within = field.startsWith(name + ".") ? field.substring(name.length() + 1) : "";
      one = inner.get().object(within, value);
    } else {
      one = name.equals(field) ? value : usual(component);
    }
    return list ? "[" + one + "]" : one;
  }

  private String usual(RecordComponent component) {
    String known = usual.get(component.getName());
    if (known != null) {
      return known;
    }
    Class<?> type = component.getType();
    if (type == boolean.class || type == Boolean.class) {
      return "false";
    }
    boolean number =
        type == OptionalLong.class
            || type == OptionalInt.class
            || Number.class.isAssignableFrom(type)
            || type.isPrimitive();
    return number ? "1" : "\"x\"";
  }

  private RecordComponent[] components() {
    return Arrays.stream(type.getRecordComponents())
        .filter(component -> !component.getName().equals("request"))
        .toArray(RecordComponent[]::new);
  }

  private Optional<RecordFields> inner(RecordComponent component) {
    Class<?> inner = component.getType();
    if (component.getGenericType() instanceof ParameterizedType several
        && several.getActualTypeArguments()[0] instanceof Class<?> listed) {
      inner = listed;
    }
    return inner.isRecord() ? Optional.of(new RecordFields(inner, usual)) : Optional.empty();
  }
}
