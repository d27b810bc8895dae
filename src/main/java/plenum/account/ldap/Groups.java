package plenum.account.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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
          ? searched(server, settings.groupBase().get(), person)
          : named(server, person);
    } catch (LDAPException failed) {
      LOG.log(
          Level.WARNING,
          "The groups of {0} are not known: {1}",
          person.getDN(),
          failed.getMessage());
      return Set.of();
    }
  }

  /** Active Directory gives a long list in pieces, of which the first comes unasked. */
  private static Set<String> named(LDAPConnection server, Entry person) throws LDAPException {
    Set<String> names = new HashSet<>();
    for (String group : Ranges.values(server, person, MEMBER_OF, MOST)) {
      Optional.ofNullable(new DN(group).getRDN())
          .ifPresent(first -> names.add(first.getAttributeValues()[0]));
    }
    return names;
  }

  private Set<String> searched(LDAPConnection server, String base, Entry person)
      throws LDAPException {
    Map<String, String> names = new LinkedHashMap<>();
    Deque<Filter> questions = new ArrayDeque<>();
    questions.add(asked(server, base, person, names));
    while (!questions.isEmpty() && names.size() < MOST) {
      for (Entry group : found(server, base, questions.remove())) {
        if (isNew(group, names) && settings.nested() == Nested.SEARCH) {
          questions.add(filter(group.getDN()));
        }
      }
    }
    Set<String> found = new HashSet<>(names.values());
    found.remove("");
    return found;
  }

  /** The first question; where Active Directory is asked, the primary group's in one with it. */
  private Filter asked(LDAPConnection server, String base, Entry person, Map<String, String> names)
      throws LDAPException {
    Filter own = filter(person.getDN());
    Optional<Entry> primary =
        settings.nested() == Nested.CHAIN
            ? PrimaryGroup.of(server, person, NAME)
            : Optional.empty();
    if (primary.isEmpty()) {
      return own;
    }
    if (DN.isDescendantOf(primary.get().getDN(), base, true)) {
      isNew(primary.get(), names);
    }
    return Filter.createORFilter(own, filter(primary.get().getDN()));
  }

  private static boolean isNew(Entry group, Map<String, String> names) {
    String name = Optional.ofNullable(group.getAttributeValue(NAME)).orElse("");
    return names.put(group.getDN().toLowerCase(Locale.ROOT), name) == null;
  }

  /** As many as the server gives; with more than its limit of entries it gives those. */
  private static List<? extends Entry> found(LDAPConnection server, String base, Filter filter)
      throws LDAPException {
    try {
      return server.search(base, SearchScope.SUB, filter, NAME).getSearchEntries();
    } catch (LDAPSearchException limited) {
      if (!limited.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)
          || limited.getSearchEntries() == null) {
        throw limited;
      }
      LOG.log(Level.WARNING, "The server gives no more of the groups that match {0}", filter);
      return limited.getSearchEntries();
    }
  }

  private Filter filter(String member) throws LDAPException {
    String value = Filter.encodeValue(member);
    return settings.nested() == Nested.CHAIN
        ? Filter.create("(member:" + CHAIN + ":=" + value + ")")
        : Filter.create(settings.groupFilter().replace("{0}", value));
  }
}
