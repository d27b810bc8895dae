package plenum.account.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The values of an attribute that has more of them than Active Directory gives at once: it answers
 * {@code memberOf;range=0-1499} then, and is asked for {@code memberOf;range=1500-*} next, until an
 * answer ends with the star (MS-ADTS, 3.1.1.3.1.3.3).
 */
final class Ranges {

  private static final String OPTION = "range=";

  private Ranges() {}

  /** All values, or about as many as {@code most}. */
  static List<String> values(LDAPConnection server, Entry entry, String name, int most)
      throws LDAPException {
    List<String> values = new ArrayList<>();
    Entry answer = entry;
    while (answer != null && values.size() < most) {
      Optional<Attribute> piece = answer.getAttributesWithOptions(name, null).stream().findFirst();
      piece.map(Attribute::getValues).map(List::of).ifPresent(values::addAll);
      Optional<String> next = piece.flatMap(Ranges::next);
      answer =
          next.isPresent()
              ? server.getEntry(entry.getDN(), name + ";" + OPTION + next.get())
              : null;
    }
    return values;
  }

  /** Such as {@code 1500-*}; empty after the last piece. */
  private static Optional<String> next(Attribute piece) {
    return Stream.of(piece.getName().split(";"))
        .filter(option -> option.startsWith(OPTION) && !option.endsWith("*"))
        .map(option -> option.substring(option.indexOf('-') + 1))
        .filter(last -> last.matches("\\d{1,9}"))
        .map(last -> Integer.parseInt(last) + 1 + "-*")
        .findFirst();
  }
}
