package plenum.account.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchEntry;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.account.Account;
import plenum.account.AccountRefused;
import plenum.account.Accounts;
import plenum.account.LoginName;
import plenum.account.MemoryAccountStore;
import plenum.account.OutsideAccounts;
import plenum.settings.LdapSettings;
import plenum.settings.LdapSettings.Nested;

/** What Active Directory does otherwise than other directories, played by one in memory. */
class ActiveDirectoryTest {

  private static final String ADA = "uid=ada," + DirectoryForTests.PEOPLE;
  private static final String USERS = "cn=Domain Users," + DirectoryForTests.GROUPS;

  /** S-1-5-21-1004336348-1177238915-682003330-1104. */
  private static final byte[] SID =
      HexFormat.of().parseHex("010500000000000515000000dcf4dc3b833d2b46828ba62850040000");

  private final Accounts accounts = new Accounts(new MemoryAccountStore(), Set.of());
  private final Map<String, String> denials = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private DirectoryForTests directory;

  /** Says why by a number, knows groups by their identifiers, follows chains of one group. */
  private final class Windows extends InMemoryOperationInterceptor {

    private int from;

    @Override
    public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request)
        throws LDAPException {
      String number = denials.get(request.getRequest().getBindDN());
      if (number != null) {
        throw new LDAPException(
            ResultCode.INVALID_CREDENTIALS,
            "80090308: LdapErr: DSID-0C090453, comment: AcceptSecurityContext error, data "
                + number
                + ", v4563\0");
      }
    }

    @Override
    public void processSearchRequest(InMemoryInterceptedSearchRequest intercepted)
        throws LDAPException {
      SearchRequest request = intercepted.getRequest().duplicate();
      asked.add(request.getBaseDN() + " " + request.getFilter());
      if (request.getBaseDN().startsWith("<SID=")) {
        request.setBaseDN(request.getBaseDN().endsWith("-513>") ? USERS : "cn=none");
      }
      String filter = request.getFilter().toString().replace(":" + Groups.CHAIN + ":", "");
      request.setFilter(Filter.create(filter));
      String attributes = String.join(" ", request.getAttributeList());
      from = attributes.contains("range=") ? Integer.parseInt(attributes.split("range=|-")[1]) : 0;
      request.setAttributes(attributes.replaceAll(";range=\\S+", "").split(" "));
      intercepted.setRequest(request);
    }

    /** A list of more than three values comes in pieces of two. */
    @Override
    public void processSearchEntry(InMemoryInterceptedSearchEntry intercepted) {
      Entry entry = intercepted.getSearchEntry().duplicate();
      String[] all = entry.getAttributeValues("memberOf");
      if (all != null && all.length > 3) {
        int to = Math.min(all.length, from + 2);
        entry.removeAttribute("memberOf");
        String name = "memberOf;range=" + from + "-" + (to == all.length ? "*" : to - 1);
        entry.addAttribute(new Attribute(name, List.of(all).subList(from, to)));
        intercepted.setSearchEntry(new SearchResultEntry(entry));
      }
    }
  }

  @BeforeEach
  void start() throws Exception {
    directory = DirectoryForTests.watched(new Windows());
    directory.person("ada", "Ada Lovelace");
  }

  @AfterEach
  void stop() {
    directory.close();
  }

  private Optional<Account> tried(Nested nested, boolean byMemberOf, String password) {
    LdapSettings settings =
        new LdapSettings(
            List.of(directory.address("ldap")),
            false,
            Optional.empty(),
            Optional.empty(),
            DirectoryForTests.SEARCHER,
            "searching",
            DirectoryForTests.PEOPLE,
            "(|(uid={0})(userPrincipalName={0}))",
            "uid",
            "cn",
            "entryUUID",
            byMemberOf ? Optional.empty() : Optional.of(DirectoryForTests.GROUPS),
            "(member={0})",
            nested,
            false,
            Duration.ofSeconds(5));
    return new LdapPasswords(
            settings, new OutsideAccounts(accounts, Clock.systemUTC()), System::nanoTime)
        .account(LoginName.typed("CORP\\ada").orElseThrow(), password);
  }

  private String refused(String number) {
    denials.put(ADA, number);
    AccountRefused refused =
        assertThrows(AccountRefused.class, () -> tried(Nested.NONE, false, "ada!"));
    return refused.code() + ": " + refused.getMessage();
  }

  @Test
  void tellsWhyARightPasswordIsNotEnough() {
    assertEquals(
        "account-blocked: The company directory has locked this account for a while, after wrong"
            + " passwords. Try again later, or ask your administrator.",
        refused("775"));
    assertEquals(
        "account-blocked: This account is blocked in the company directory. Ask your"
            + " administrator.",
        refused("533"));
    assertEquals(
        "account-blocked: The time of this account in the company directory is over. Ask your"
            + " administrator.",
        refused("701"));
    assertEquals("account-blocked", refused("530").split(":")[0]);
    assertEquals("account-blocked", refused("531").split(":")[0]);
    assertEquals(
        "password-expired: Your password is too old. Change it where you log in to your computer,"
            + " and come back.",
        refused("532"));
    assertEquals(
        "password-expired: You are to choose another password first. Change it where you log in to"
            + " your computer, and come back.",
        refused("773"));
  }

  @Test
  void answersAllElseAsAWrongPassword() {
    for (String number : List.of("52e", "525", "57", "")) {
      denials.put(ADA, number);
      assertEquals(Optional.empty(), tried(Nested.NONE, false, "ada!"), number);
    }
    denials.clear();
    assertEquals(Optional.empty(), tried(Nested.NONE, false, "wrong"));
  }

  private Set<String> groups(Nested nested, boolean byMemberOf) {
    return tried(nested, byMemberOf, "ada!").orElseThrow().groups();
  }

  @Test
  void countsTheGroupThatIsANumber() throws Exception {
    directory.group("Domain Users");
    directory.group("everybody", USERS);
    directory.group("team", ADA);
    assertEquals(Set.of("team"), groups(Nested.CHAIN, false), "another directory");

    directory.server.modify(
        "dn: " + ADA, "changetype: modify", "add: primaryGroupID", "primaryGroupID: 513");
    directory.server.modify(ADA, new Modification(ModificationType.ADD, "objectSid", SID));
    assertEquals(Set.of("team", "Domain Users", "everybody"), groups(Nested.CHAIN, false));
    assertEquals(
        1,
        asked.stream()
            .filter("<SID=S-1-5-21-1004336348-1177238915-682003330-513> (objectClass=*)"::equals)
            .count(),
        asked.toString());
    assertEquals(Set.of("team"), groups(Nested.NONE, false), "not asked for");
  }

  @Test
  void goesOnWithoutAGroupThatIsNotThere() throws Exception {
    directory.group("team", ADA);
    directory.server.modify(
        "dn: " + ADA, "changetype: modify", "add: primaryGroupID", "primaryGroupID: 99");
    directory.server.modify(ADA, new Modification(ModificationType.ADD, "objectSid", SID));
    assertEquals(Set.of("team"), groups(Nested.CHAIN, false));
  }

  @Test
  void makesNothingOfAnIdentifierThatIsNone() {
    for (byte[] bad : List.of(new byte[0], new byte[] {1, 5, 0, 0}, new byte[28])) {
      Entry entry =
          new Entry(ADA, new Attribute("objectSid", bad), new Attribute("primaryGroupID", "513"));
      assertEquals(Optional.empty(), PrimaryGroup.id(entry));
    }
    assertEquals(
        Optional.empty(), PrimaryGroup.id(new Entry(ADA, new Attribute("objectSid", SID))));
  }

  @Test
  void readsLongListsInPieces() throws Exception {
    String[] groups =
        IntStream.range(0, 5).mapToObj(i -> "cn=g" + i + ",dc=corp").toArray(String[]::new);
    directory.server.modify(ADA, new Modification(ModificationType.ADD, "memberOf", groups));
    assertEquals(Set.of("g0", "g1", "g2", "g3", "g4"), groups(Nested.NONE, true));
  }
}
