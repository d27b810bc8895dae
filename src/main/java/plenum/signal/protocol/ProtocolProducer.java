package plenum.signal.protocol;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import plenum.settings.Current;
import plenum.settings.SignalSettings;
import plenum.time.Timers;

/** Wires what all parts are made of. */
@ApplicationScoped
class ProtocolProducer {

  @Produces
  @Singleton
  MessageCodec codec() {
    return new MessageCodec();
  }

  @Produces
  @Singleton
  Connections connections() {
    return new Connections();
  }

  @Produces
  @Singleton
  MessageCounts counts() {
    return new MessageCounts();
  }

  @Produces
  @Singleton
  Topics topics(MessageCodec codec, Timers timers, Current<SignalSettings> settings) {
    return new Topics(codec, timers, settings.now());
  }
}
