package plenum.account.ldap;

import com.unboundid.ldap.sdk.Attribute;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** By what an entry is known again: text, or bytes as Active Directory's {@code objectGUID}. */
final class Ids {

  private Ids() {}

  static String text(Attribute attribute) {
    byte[] bytes = attribute.getValueByteArray();
    String text = new String(bytes, StandardCharsets.UTF_8);
    boolean isText =
        Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)
            && text.chars().noneMatch(Character::isISOControl);
    return isText ? text : HexFormat.of().formatHex(bytes);
  }
}
