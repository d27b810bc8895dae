package plenum.signal.protocol;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Writes records as JSON objects: the members in the order of the alphabet, those that are empty
 * not at all. JSON-B writes the same and takes more than twice as long for it, eight times as long
 * as long as it is not compiled, which it is after some ten thousand messages.
 */
final class RecordWriter {

  /**
   * @param name as it begins a member, with quotes and colon
   */
  private record Member(String name, Method value) {

    static Member of(RecordComponent component) {
      Method value = component.getAccessor();
      value.setAccessible(true); // Records of parts are those parts' own.
      return new Member('"' + component.getName() + "\":", value);
    }

    Object of(Record record) {
      try {
        return value.invoke(record);
      } catch (IllegalAccessException | InvocationTargetException defect) {
        throw new IllegalStateException("A record tells what is in it", defect);
      }
    }
  }

  private static final ClassValue<Member[]> MEMBERS =
      new ClassValue<>() {
        @Override
        protected Member[] computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents())
              .sorted(Comparator.comparing(RecordComponent::getName))
              .map(Member::of)
              .toArray(Member[]::new);
        }
      };

  /** So long an object of a record is mostly. */
  private static final int USUAL = 512;

  private static final char[] DIGITS = "0123456789abcdef".toCharArray();

  private final StringBuilder out = new StringBuilder(USUAL);

  private RecordWriter() {}

  /**
   * The record as an object.
   *
   * @throws IllegalArgumentException when it has something that messages do not have
   */
  static String write(Record record) {
    RecordWriter writer = new RecordWriter();
    writer.object(record);
    return writer.out.toString();
  }

  private void object(Record record) {
    out.append('{');
    int start = out.length();
    for (Member member : MEMBERS.get(record.getClass())) {
      Object value = present(member.of(record));
      if (value != null) {
        separate(start);
        out.append(member.name());
        value(value);
      }
    }
    out.append('}');
  }

  private static Object present(Object value) {
    if (value instanceof Optional<?> one) {
      return one.orElse(null);
    }
    if (value instanceof OptionalLong one) {
      return one.isPresent() ? one.getAsLong() : null;
    }
    if (value instanceof OptionalInt one) {
      return one.isPresent() ? one.getAsInt() : null;
    }
    return value;
  }

  private void separate(int start) {
    if (out.length() > start) {
      out.append(',');
    }
  }

  private void value(Object value) {
    if (value instanceof String text) {
      text(text);
    } else if (value instanceof Record inner) {
      object(inner);
    } else if (value instanceof Collection<?> many) {
      list(many);
    } else if (value instanceof Boolean || value instanceof Integer || value instanceof Long) {
      out.append(value);
    } else {
      throw new IllegalArgumentException("No message has a " + value.getClass());
    }
  }

  private void list(Collection<?> many) {
    out.append('[');
    int start = out.length();
    for (Object one : many) {
      separate(start);
      value(one);
    }
    out.append(']');
  }

  /** RFC 8259, 7. */
  private void text(String text) {
    out.append('"');
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        out.append(text, written, i);
        escape(c);
        written = i + 1;
      }
    }
    out.append(text, written, text.length()).append('"');
  }

  private void escape(char c) {
    switch (c) {
      case '"', '\\' -> out.append('\\').append(c);
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      default -> out.append("\\u00").append(DIGITS[c >> 4]).append(DIGITS[c & 0xF]);
    }
  }
}
