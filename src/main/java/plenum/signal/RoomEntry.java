package plenum.signal;

import plenum.signal.Views.DeviceView;
import plenum.signal.Views.MediaView;
import plenum.signal.Views.MemberView;

/** What a room's topic lists, and how its changes are told. */
sealed interface RoomEntry
    permits RoomDetails, StageView, SpeakingView, MemberView, DeviceView, MediaView {

  Change appeared();

  Change changed();

  /**
   * @param reason why it is gone, where that is told
   */
  Change gone(String reason);
}
