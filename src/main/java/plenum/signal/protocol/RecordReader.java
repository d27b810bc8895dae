package plenum.signal.protocol;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes records of JSON objects in which {@link MemberKinds} found nothing wrong. */
final class RecordReader {

  private record Shape(RecordComponent[] components, Constructor<?> constructor) {

    static Shape of(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      Class<?>[] kinds =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      try {
        Constructor<?> constructor = type.getDeclaredConstructor(kinds);
        constructor.setAccessible(true); // Records of parts are those parts' own.
        return new Shape(components, constructor);
      } catch (NoSuchMethodException defect) {
        throw new IllegalStateException("A record is made of its components", defect);
      }
    }
  }

  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return Shape.of(type);
        }
      };

  private RecordReader() {}

  /**
   * The object as a record; what is missing is empty or false, a list or a record null.
   *
   * @throws IllegalArgumentException when the record does not take it
   */
  static <T> T read(JsonObject object, Class<T> type) {
    Shape shape = SHAPES.get(type);
    Object[] values = new Object[shape.components().length];
    for (int i = 0; i < values.length; i++) {
      RecordComponent component = shape.components()[i];
      JsonValue value = object.get(component.getName());
      values[i] = isMissing(value) ? none(component) : value(value, component);
    }
    try {
      return type.cast(shape.constructor().newInstance(values));
    } catch (ReflectiveOperationException refused) {
      throw new IllegalArgumentException(refused);
    }
  }

  private static boolean isMissing(JsonValue value) {
    return value == null || value.getValueType() == ValueType.NULL;
  }

  private static Object none(RecordComponent component) {
    Class<?> type = component.getType();
    if (type == Optional.class) {
      return Optional.empty();
    }
    if (type == OptionalLong.class) {
      return OptionalLong.empty();
    }
    return type == boolean.class ? Boolean.FALSE : null;
  }

  private static Object value(JsonValue value, RecordComponent component) {
    Class<?> type = component.getType();
    if (type == String.class) {
      return text(value);
    }
    if (type == Optional.class) {
      return Optional.of(text(value));
    }
    if (type == boolean.class) {
      return value.getValueType() == ValueType.TRUE;
    }
    if (type == OptionalLong.class) {
      return OptionalLong.of(((JsonNumber) value).longValueExact());
    }
    return type == List.class ? list((JsonArray) value, component) : read((JsonObject) value, type);
  }

  private static List<?> list(JsonArray array, RecordComponent component) {
    Class<?> inner =
        (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    return inner == String.class
        ? array.stream().map(RecordReader::text).toList()
        : array.stream().map(JsonValue::asJsonObject).map(one -> read(one, inner)).toList();
  }

  private static String text(JsonValue value) {
    return ((JsonString) value).getString();
  }
}
