package plenum.signal.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import plenum.settings.Release;
import plenum.signal.protocol.MessageCodec;
import plenum.signal.protocol.Part;
import plenum.signal.protocol.Protocol;

/** Wires what a page and its connection add to the protocol. */
@ApplicationScoped
class PageParts {

  @Produces
  @Singleton
  Greeting greeting(Protocol protocol, MessageCodec codec, Release release) {
    return new Greeting(protocol, codec, release);
  }

  @Produces
  @Singleton
  Part page(Protocol protocol, Greeting greeting) {
    return new PagePart(protocol, greeting);
  }
}
