package plenum.signal.room;

import plenum.signal.protocol.Entry;

/** What a room's topic lists. */
sealed interface RoomEntry extends Entry
    permits RoomDetails,
        StageView,
        SpeakingView,
        HandView,
        AnswerView,
        ReactionView,
        TypedView,
        MemberView,
        DeviceView,
        MediaView,
        CodecsView,
        ObserversView {}
