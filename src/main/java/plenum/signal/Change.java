package plenum.signal;

import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import plenum.signal.Views.DeviceView;
import plenum.signal.Views.MediaView;
import plenum.signal.Views.MemberView;
import plenum.signal.Views.PersonView;
import plenum.signal.Views.RoomView;

/** One change of a topic. */
@JsonbTypeInfo(
    key = "change",
    value = {
      @JsonbSubtype(alias = "room-created", type = Change.RoomAppeared.class),
      @JsonbSubtype(alias = "room-updated", type = Change.RoomUpdated.class),
      @JsonbSubtype(alias = "room-deleted", type = Change.RoomDisappeared.class),
      @JsonbSubtype(alias = "person-online", type = Change.PersonAppeared.class),
      @JsonbSubtype(alias = "person-updated", type = Change.PersonChanged.class),
      @JsonbSubtype(alias = "person-offline", type = Change.PersonDisappeared.class),
      @JsonbSubtype(alias = "member-joined", type = Change.MemberAppeared.class),
      @JsonbSubtype(alias = "member-updated", type = Change.MemberChanged.class),
      @JsonbSubtype(alias = "member-left", type = Change.MemberDisappeared.class),
      @JsonbSubtype(alias = "media-changed", type = Change.MediaChanged.class),
      @JsonbSubtype(alias = "member-speaking", type = Change.SpeakingChanged.class),
      @JsonbSubtype(alias = "stage-changed", type = Change.StageChanged.class),
      @JsonbSubtype(alias = "device-added", type = Change.DeviceAppeared.class),
      @JsonbSubtype(alias = "device-updated", type = Change.DeviceChanged.class),
      @JsonbSubtype(alias = "device-removed", type = Change.DeviceDisappeared.class)
    })
public sealed interface Change {

  record RoomAppeared(RoomView room) implements Change {}

  record RoomUpdated(RoomView room) implements Change {}

  record RoomDisappeared(String id) implements Change {}

  record PersonAppeared(PersonView person) implements Change {}

  record PersonChanged(PersonView person) implements Change {}

  record PersonDisappeared(String id) implements Change {}

  record MemberAppeared(MemberView member) implements Change {}

  record MemberChanged(MemberView member) implements Change {}

  record MemberDisappeared(String id, String reason) implements Change {}

  record MediaChanged(MediaView media) implements Change {}

  record SpeakingChanged(String id, boolean speaking) implements Change {}

  record StageChanged(StageView stage) implements Change {}

  record DeviceAppeared(DeviceView device) implements Change {}

  record DeviceChanged(DeviceView device) implements Change {}

  record DeviceDisappeared(String id) implements Change {}
}
