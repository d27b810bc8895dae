package plenum.signal.protocol;

import plenum.settings.SignalSettings;
import plenum.time.Timers;

/** Makes topics, which all tell their changes in batches of the same length. */
public final class Topics {

  private final MessageCodec codec;
  private final Timers timers;
  private final SignalSettings settings;

  public Topics(MessageCodec codec, Timers timers, SignalSettings settings) {
    this.codec = codec;
    this.timers = timers;
    this.settings = settings;
  }

  /** A new topic. */
  public <V extends Entry> Topic<V> of(TopicSource<V> source) {
    return new Topic<>(source, codec, timers, settings.batch(), System::nanoTime);
  }
}
