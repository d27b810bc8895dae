package plenum.signal.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import plenum.call.CallEvent;
import plenum.media.StreamPublished;
import plenum.media.StreamUnpublished;
import plenum.presence.PresenceEvent;
import plenum.quality.QualityReported;
import plenum.room.RoomEvent;

/** Marks which part of the site changed. */
@ApplicationScoped
class SiteNews {

  private SiteTopic site;

  /** For the container's proxy only. */
  protected SiteNews() {}

  @Inject
  SiteNews(SiteTopic site) {
    this.site = site;
  }

  void person(@Observes PresenceEvent event) {
    site.touch(SitePart.PEOPLE);
  }

  void room(@Observes RoomEvent event) {
    site.touch(SitePart.MEETINGS);
  }

  void call(@Observes CallEvent event) {
    site.touch(SitePart.MEETINGS);
  }

  void quality(@Observes QualityReported event) {
    site.touch(SitePart.QUALITY);
  }

  void begun(@Observes StreamPublished event) {
    site.touch(SitePart.STREAMS);
  }

  void ended(@Observes StreamUnpublished event) {
    site.touch(SitePart.STREAMS);
  }
}
