package plenum.account.oidc;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a provider says of a person. */
record Claims(Map<String, Object> all) {

  /** A text; empty when there is none of this name. */
  Optional<String> text(String name) {
    return value(name).filter(String.class::isInstance).map(String.class::cast);
  }

  /**
   * The texts of a list, a text alone, or the names of an object's members: ZITADEL tells roles so,
   * and of which organizations they are inside. Of objects in a list the {@code name} counts.
   */
  Set<String> texts(String name) {
    return value(name).stream()
        .flatMap(Claims::parts)
        .map(part -> part instanceof Map<?, ?> object ? object.get("name") : part)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(text -> !text.isBlank() && text.length() <= 200)
        .collect(Collectors.toSet());
  }

  private static Stream<?> parts(Object value) {
    if (value instanceof Map<?, ?> object) {
      return object.keySet().stream();
    }
    return value instanceof Collection<?> list ? list.stream() : Stream.of(value);
  }

  boolean has(String name) {
    return value(name).isPresent();
  }

  /** A name with dots may be a claim's own, such as an address; else they lead into objects. */
  private Optional<Object> value(String name) {
    if (all.containsKey(name)) {
      return Optional.ofNullable(all.get(name));
    }
    Object found = all;
    for (String part : name.split("\\.")) {
      if (!(found instanceof Map<?, ?> object)) {
        return Optional.empty();
      }
      found = object.get(part);
    }
    return Optional.ofNullable(found);
  }
}
