package plenum.database.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static plenum.audit.AuditEntry.Outcome.DONE;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.audit.AuditEntry;
import plenum.database.WithDatabase;
import plenum.identity.Actor;
import plenum.testing.Actors;

class JpaAuditTrailTest extends WithDatabase {

  /** Nobody goes unnoticed by a text that a database does not take. */
  @Test
  void keepsWhatWasTriedWithATextThatCannotBe() {
    AuditEntry tried =
        AuditEntry.refused(Actors.named("Eve"), "remove-room", "a\u0000b\ud800c", "no-such-room");
    new JpaAuditTrail(queue).add(tried);
    assertEquals(1, count("audit where object = 'a\ufffdb\ufffdc'"));
    assertEquals(0, queue.lost());
  }

  @Test
  void keepsEntriesAsTheyAre() {
    Actor ada = Actors.named("Ada '\uD83D\uDE80");
    JpaAuditTrail trail = new JpaAuditTrail(queue);
    AuditEntry done = AuditEntry.done(ada, "remove-room", "\uD83D\uDE80".repeat(100));
    trail.add(done);
    trail.add(AuditEntry.refused(ada, "remove-room", "'; drop table audit; --", "not-yours"));
    restart();

    List<?> rows =
        database.read(
            manager ->
                manager
                    .createNativeQuery(
                        "select name, address, act, object, outcome, detail, at from audit order by"
                            + " outcome")
                    .getResultList());
    Object[] first = (Object[]) rows.get(0);
    assertEquals(ada.name().value(), first[0]);
    assertEquals("127.0.0.1", first[1]);
    assertEquals("remove-room", first[2]);
    assertEquals(done.object(), first[3]);
    assertEquals("DONE", first[4]);
    assertEquals("", first[5]);
    assertEquals(done.at().toEpochMilli(), ((Number) first[6]).longValue());
    Object[] second = (Object[]) rows.get(1);
    assertEquals("'; drop table audit; --", second[3]);
    assertEquals("not-yours", second[5]);
  }

  /** So that they are found as they are typed, and are the same in every list. */
  @Test
  void keepsAddressesAsPeopleKnowThem() throws UnknownHostException {
    InetAddress address = InetAddress.getByName("2001:db8:0:0:0:0:0:7");
    JpaAuditTrail trail = new JpaAuditTrail(queue);
    trail.add(
        new AuditEntry(
            Instant.EPOCH, Optional.empty(), "", Optional.of(address), "login", "", DONE, ""));
    restart();

    List<?> found =
        database.read(
            manager -> manager.createNativeQuery("select address from audit").getResultList());
    assertEquals(List.of("2001:db8::7"), found);
  }
}
