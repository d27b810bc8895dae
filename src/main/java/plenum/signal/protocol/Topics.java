package plenum.signal.protocol;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import plenum.settings.SignalSettings;
import plenum.time.Timers;

/** Makes topics, which all tell their changes in batches of the same length. */
@ApplicationScoped
public class Topics {

  private MessageCodec codec;
  private Timers timers;
  private SignalSettings settings;

  /** For the container's proxy only. */
  protected Topics() {}

  @Inject
  Topics(MessageCodec codec, Timers timers, SignalSettings settings) {
    this.codec = codec;
    this.timers = timers;
    this.settings = settings;
  }

  /** A new topic. */
  public <V extends Entry> Topic<V> of(TopicSource<V> source) {
    return new Topic<>(source, codec, timers, settings.batch(), System::nanoTime);
  }
}
