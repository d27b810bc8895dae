package plenum.media.ticket;

import java.util.List;
import javax.crypto.SecretKey;

/** The keys that tickets are signed with. */
public interface TicketKeys {

  /**
   * The key that signs, then the ones that were used before and are still accepted; at most two.
   */
  List<SecretKey> keys();
}
