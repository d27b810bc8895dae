package plenum.signal.lobby;

import plenum.signal.protocol.Entry;

/** What the lobby lists. */
sealed interface LobbyEntry extends Entry permits ListedRoom, PersonView {}
