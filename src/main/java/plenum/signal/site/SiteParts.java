package plenum.signal.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import plenum.right.Rights;
import plenum.signal.protocol.Part;
import plenum.signal.protocol.Topics;

/** Wires what administrators' pages add to the protocol. */
@ApplicationScoped
class SiteParts {

  @Produces
  @Singleton
  SiteTopic topic(Topics topics, Rights rights) {
    return new SiteTopic(topics, rights);
  }

  @Produces
  @Singleton
  Part site(SiteTopic topic) {
    return new SitePagePart(topic);
  }
}
