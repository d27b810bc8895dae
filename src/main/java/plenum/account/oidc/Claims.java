package plenum.account.oidc;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a provider says of a person. */
record Claims(Map<String, Object> all) {

  /** A text; empty when there is none of this name. */
  Optional<String> text(String name) {
    return value(name).filter(String.class::isInstance).map(String.class::cast);
  }

  /** The texts of a list, or a text alone. */
  Set<String> texts(String name) {
    Optional<Object> value = value(name);
    if (value.isPresent() && value.get() instanceof Collection<?> list) {
      return list.stream()
          .filter(String.class::isInstance)
          .map(String.class::cast)
          .filter(text -> !text.isBlank() && text.length() <= 200)
          .collect(Collectors.toSet());
    }
    return text(name).filter(text -> !text.isBlank()).map(Set::of).orElse(Set.of());
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
