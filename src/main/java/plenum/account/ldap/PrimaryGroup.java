package plenum.account.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The group of Active Directory in which everybody is by a number alone, most often "Domain Users":
 * neither {@code memberOf} nor a group's {@code member} tells of it. Its security identifier is the
 * person's own with that number in the place of the last (MS-ADTS, 3.1.1.4.5.19; MS-DTYP, 2.4.2).
 */
final class PrimaryGroup {

  static final String NUMBER = "primaryGroupID";
  static final String OWN_ID = "objectSid";

  private static final System.Logger LOG = System.getLogger(PrimaryGroup.class.getName());
  private static final int HEAD = 8;

  private PrimaryGroup() {}

  /** Its entry; empty where there is none, as in all other directories. */
  static Optional<Entry> of(LDAPConnection server, Entry person, String... attributes) {
    Optional<String> id = id(person);
    if (id.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(server.getEntry("<SID=" + id.get() + ">", attributes));
    } catch (LDAPException failed) {
      LOG.log(
          Level.WARNING,
          "The primary group of {0} is not known: {1}",
          person.getDN(),
          failed.getMessage());
      return Optional.empty();
    }
  }

  /** Such as {@code S-1-5-21-1004336348-1177238915-682003330-513}. */
  static Optional<String> id(Entry person) {
    byte[] own = person.getAttributeValueBytes(OWN_ID);
    Integer number = person.getAttributeValueAsInteger(NUMBER);
    if (own == null || number == null || own.length < HEAD || own.length != HEAD + 4 * own[1]) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(own);
    long authority = bytes.getLong() & 0xFFFF_FFFF_FFFFL;
    StringBuilder text = new StringBuilder("S-" + own[0] + "-" + authority);
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.remaining() > 4) {
      text.append('-').append(Integer.toUnsignedString(bytes.getInt()));
    }
    return Optional.of(text.append('-').append(number).toString());
  }
}
