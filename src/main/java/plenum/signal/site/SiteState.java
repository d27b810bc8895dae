package plenum.signal.site;

import java.util.List;

/** A snapshot's body: how often each part changed. */
public record SiteState(long seq, List<SiteEntry> parts) {
  public SiteState {
    parts = List.copyOf(parts);
  }
}
