package plenum.signal;

import plenum.call.Calls;
import plenum.media.stream.Streams;
import plenum.presence.Presence;
import plenum.room.Rooms;
import plenum.room.Stages;

/** What requests are made of. */
record Features(
    Rooms rooms, Stages stages, Presence presence, Calls calls, Streams streams, Topics topics) {}
