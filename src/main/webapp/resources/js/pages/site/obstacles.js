import { text } from "../../shared/texts.js";

/** Why `person` cannot be reached by a call now, as a sentence; undefined when they can. */
export function unreachable({ id }, lobby) {
  const online = lobby.people.get(id);
  if (!online) {
    return text("people.obstacle.offline");
  }
  return online.state === "call" ? text("people.obstacle.busy") : undefined;
}

/** What the pages show of everybody who is online: as the lobby has it, with the name of their room. */
export function shownPeople(lobby, you) {
  const roomOf = ({ place }) => lobby.rooms.get(place)?.name;
  return [...lobby.people.values()].map((person) => ({
    ...person,
    own: person.id === you,
    room: roomOf(person),
    obstacle: unreachable(person, lobby),
  }));
}
