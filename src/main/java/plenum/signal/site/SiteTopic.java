package plenum.signal.site;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import plenum.account.AccountRefused;
import plenum.identity.Actor;
import plenum.right.Rights;
import plenum.signal.protocol.Topic;
import plenum.signal.protocol.TopicSource;
import plenum.signal.protocol.Topics;

/** The parts of the site that changed, for administrators' pages. */
final class SiteTopic implements TopicSource<SiteEntry> {

  static final String NAME = "site";

  private final Map<SitePart, AtomicLong> changes = new EnumMap<>(SitePart.class);
  private final Rights rights;
  private final Topic<SiteEntry> topic;

  SiteTopic(Topics topics, Rights rights) {
    this.rights = rights;
    for (SitePart part : SitePart.values()) {
      changes.put(part, new AtomicLong());
    }
    this.topic = topics.of(this);
  }

  Topic<SiteEntry> topic() {
    return topic;
  }

  /** The part is not as it was. */
  void touch(SitePart part) {
    changes.get(part).incrementAndGet();
    topic.touch(part.key());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, SiteEntry> all() {
    Map<String, SiteEntry> all = new LinkedHashMap<>();
    changes.forEach((part, count) -> all.put(part.key(), new SiteEntry(part.key(), count.get())));
    return all;
  }

  @Override
  public Optional<SiteEntry> now(String key) {
    return Optional.ofNullable(all().get(key));
  }

  /** Whoever was an administrator may be none any more. */
  @Override
  public void admit(Supplier<Actor> follower) {
    if (!rights.mayAdminister(follower.get())) {
      throw new AccountRefused(AccountRefused.Reason.ADMINISTRATORS_ONLY, "administrators-only");
    }
  }

  @Override
  public Record snapshot(long seq, Collection<SiteEntry> parts) {
    return new SiteState(seq, List.copyOf(parts));
  }
}
