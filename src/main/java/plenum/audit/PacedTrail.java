package plenum.audit;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import plenum.audit.AuditEntry.Outcome;
import plenum.settings.Current;
import plenum.settings.Network;
import plenum.settings.PaceSettings;
import plenum.time.Pace;

/**
 * Keeps of what is refused only so much of one address: as many entries a minute as it may choose
 * names, so that nobody fills the trail by asking for what is refused anyway. What is done is kept
 * whole.
 */
public final class PacedTrail implements AuditTrail {

  private final AuditTrail trail;
  private final Pace<Optional<Network>> refused;

  /**
   * @param nanoTime as {@link System#nanoTime}
   */
  public PacedTrail(AuditTrail trail, Current<PaceSettings> settings, LongSupplier nanoTime) {
    this.trail = trail;
    this.refused =
        new Pace<>(
            () -> settings.now().names().address(), Duration.ofMinutes(1).toNanos(), nanoTime);
  }

  @Override
  public void add(AuditEntry entry) {
    Optional<InetAddress> from = entry.address();
    if (entry.outcome() != Outcome.REFUSED || refused.take(from.map(Network::ofClient))) {
      trail.add(entry);
    }
  }
}
