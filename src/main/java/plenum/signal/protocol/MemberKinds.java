package plenum.signal.protocol;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import plenum.text.Sentence;

/**
 * Compares the kinds of a JSON object's members with the components of a record. What is optional
 * there is text, and what is a list has texts, or objects that are records.
 */
final class MemberKinds {

  private static final int LONGEST_NUMBER = 20;

  private static final ClassValue<RecordComponent[]> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
          return type.getRecordComponents();
        }
      };

  private MemberKinds() {}

  /** A sentence about the first member that is missing or of the wrong kind. */
  static Optional<Sentence> wrongMember(JsonObject object, Class<?> type) {
    for (RecordComponent component : COMPONENTS.get(type)) {
      Optional<Sentence> wrong = wrong(object.get(component.getName()), component);
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return Optional.empty();
  }

  private static Optional<Sentence> wrong(JsonValue value, RecordComponent component) {
    Class<?> type = component.getType();
    boolean missing = value == null || value.getValueType() == ValueType.NULL;
    if (missing) {
      return type == String.class
          ? must(component, "bad-message.member.missing")
          : Optional.empty();
    }
    if (type == String.class || type == Optional.class) {
      return value.getValueType() == ValueType.STRING
          ? Optional.empty()
          : must(component, "bad-message.member.text");
    }
    if (type == boolean.class) {
      return value.getValueType() == ValueType.TRUE || value.getValueType() == ValueType.FALSE
          ? Optional.empty()
          : must(component, "bad-message.member.boolean");
    }
    if (type == OptionalLong.class) {
      return value instanceof JsonNumber number && isLong(number)
          ? Optional.empty()
          : must(component, "bad-message.member.number");
    }
    if (type == List.class) {
      return wrongList(value, component);
    }
    return value instanceof JsonObject inner
        ? wrongMember(inner, type)
        : must(component, "bad-message.member.object");
  }

  private static Optional<Sentence> wrongList(JsonValue value, RecordComponent component) {
    Optional<Class<?>> inner = recordsOf(component);
    if (inner.isEmpty()) {
      return value instanceof JsonArray array && array.stream().allMatch(MemberKinds::isText)
          ? Optional.empty()
          : must(component, "bad-message.member.texts");
    }
    return value instanceof JsonArray array && array.stream().allMatch(JsonObject.class::isInstance)
        ? array.stream()
            .flatMap(each -> wrongMember(each.asJsonObject(), inner.get()).stream())
            .findFirst()
        : must(component, "bad-message.member.objects");
  }

  /** What a list lists, if that is records. */
  private static Optional<Class<?>> recordsOf(RecordComponent component) {
    return component.getGenericType() instanceof ParameterizedType list
            && list.getActualTypeArguments()[0] instanceof Class<?> listed
            && listed.isRecord()
        ? Optional.of(listed)
        : Optional.empty();
  }

  private static boolean isText(JsonValue value) {
    return value.getValueType() == ValueType.STRING;
  }

  /** Whether it is a whole number that a long holds; costs the same for 1e999999999. */
  static boolean isLong(JsonNumber number) {
    BigDecimal value = number.bigDecimalValue();
    return value.scale() == 0
        && value.precision() < LONGEST_NUMBER - 1
        && value.unscaledValue().bitLength() < Long.SIZE;
  }

  private static Optional<Sentence> must(RecordComponent component, String key) {
    return Optional.of(Sentence.of(key, component.getName()));
  }
}
