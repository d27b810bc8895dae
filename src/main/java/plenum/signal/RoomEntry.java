package plenum.signal;

import plenum.signal.Views.MediaView;
import plenum.signal.Views.MemberView;

/** What a room's topic lists. */
sealed interface RoomEntry permits MemberView, MediaView {}
