import { Lobby } from "../../signal/lobby.js";
import { AddPerson } from "../../views/meeting/add-person.js";
import { shownPeople } from "../site/obstacles.js";
import { sentenceOf } from "../site/refusals.js";

/** Lets somebody bring a third person into the call; `callNow()` answers the call. */
export function offerThird({ calls, connection }, callNow) {
  let lobby;
  const dialog = new AddPerson({ opened, closed: () => lobby?.leave(), add });

  /** Who is online is followed only while somebody looks at it. */
  function opened() {
    if (!lobby) {
      lobby = new Lobby(connection);
      lobby.on("changed", show);
    }
    lobby.watch();
  }

  function show() {
    const { from, to } = callNow() ?? {};
    dialog.show(shownPeople(lobby).filter(({ id }) => id !== from?.id && id !== to?.id));
  }

  async function add(person) {
    try {
      await calls.add(callNow(), person.id);
      return undefined;
    } catch (error) {
      return sentenceOf(error);
    }
  }

  return dialog;
}
