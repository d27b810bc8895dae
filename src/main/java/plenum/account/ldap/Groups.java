package plenum.account.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plenum.settings.LdapSettings;
import plenum.settings.LdapSettings.Nested;

/** The groups of which a person is a member, by their names. */
final class Groups {

  static final String MEMBER_OF = "memberOf";

  /** Active Directory's LDAP_MATCHING_RULE_IN_CHAIN (MS-ADTS, 3.1.1.3.4.4.3). */
  static final String CHAIN = "1.2.840.113556.1.4.1941";

  private static final System.Logger LOG = System.getLogger(Groups.class.getName());
  private static final String NAME = "cn";
  private static final int MOST = 1000;

  private final LdapSettings settings;

  Groups(LdapSettings settings) {
    this.settings = settings;
  }

  /** Empty when they cannot be found out: whoever is in none may less. */
  Set<String> of(LDAPConnection server, Entry person) {
    try {
      return settings.groupBase().isPresent()
          ? searched(server, settings.groupBase().get(), person.getDN())
          : named(person);
    } catch (LDAPException failed) {
      LOG.log(
          Level.WARNING,
          "The groups of {0} are not known: {1}",
          person.getDN(),
          failed.getMessage());
      return Set.of();
    }
  }

  private static Set<String> named(Entry person) throws LDAPException {
    String[] groups = person.getAttributeValues(MEMBER_OF);
    Set<String> names = new HashSet<>();
    for (String group : groups == null ? new String[0] : groups) {
      Optional.ofNullable(new DN(group).getRDN())
          .ifPresent(first -> names.add(first.getAttributeValues()[0]));
    }
    return names;
  }

  private Set<String> searched(LDAPConnection server, String base, String person)
      throws LDAPException {
    Map<String, String> names = new LinkedHashMap<>();
    Deque<String> members = new ArrayDeque<>(Set.of(person));
    while (!members.isEmpty() && names.size() < MOST) {
      for (Entry group :
          server.search(base, SearchScope.SUB, filter(members.remove()), NAME).getSearchEntries()) {
        String name = Optional.ofNullable(group.getAttributeValue(NAME)).orElse("");
        boolean isNew = names.put(group.getDN().toLowerCase(Locale.ROOT), name) == null;
        if (isNew && settings.nested() == Nested.SEARCH) {
          members.add(group.getDN());
        }
      }
    }
    Set<String> found = new HashSet<>(names.values());
    found.remove("");
    return found;
  }

  private Filter filter(String member) throws LDAPException {
    String value = Filter.encodeValue(member);
    return settings.nested() == Nested.CHAIN
        ? Filter.create("(member:" + CHAIN + ":=" + value + ")")
        : Filter.create(settings.groupFilter().replace("{0}", value));
  }
}
