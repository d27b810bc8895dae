package plenum.gate;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;

/**
 * Fields of others' objects that nothing else gives access to. Each is looked for once: looking
 * through the classes above costs an exception for each of them.
 */
final class HiddenFields {

  private record Name(Class<?> owner, String field) {}

  private final Map<Name, Field> found = new HashMap<>();

  /**
   * What the field holds now.
   *
   * @throws NoSuchFieldException if neither the owner's class nor one above it has the field
   */
  Object value(Object owner, String name) throws ReflectiveOperationException {
    return field(owner.getClass(), name).get(owner);
  }

  /** The field, of this class or of one above it. */
  synchronized Field field(Class<?> owner, String name) throws NoSuchFieldException {
    Name key = new Name(owner, name);
    Field known = found.get(key);
    if (known == null) {
      known = lookFor(owner, name);
      known.setAccessible(true);
      found.put(key, known);
    }
    return known;
  }

  private static Field lookFor(Class<?> owner, String name) throws NoSuchFieldException {
    for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
      try {
        return type.getDeclaredField(name);
      } catch (NoSuchFieldException above) {
        // Perhaps in the class above.
      }
    }
    throw new NoSuchFieldException(owner.getName() + "." + name);
  }
}
