package plenum.signal;

import plenum.media.Streams;
import plenum.presence.Presence;
import plenum.room.Rooms;

/** What requests are made of. */
record Features(Rooms rooms, Presence presence, Streams streams, Topics topics) {}
