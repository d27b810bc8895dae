import { text } from "../../shared/texts.js";
import { askForNote } from "../../views/lobby/note-dialog.js";
import { sentenceOf } from "./refusals.js";

/** Says on every page that somebody has left a note. */
export function tellNotes({ notes, toasts }) {
  notes.on("arrived", ({ from }) => toasts.show(text("notes.arrived", from.name)));
}

/** Lets the person leave a note for `{id, name}`. */
export async function leaveNote({ notes, toasts }, { id, name }) {
  const words = await askForNote(name);
  if (words === undefined) {
    return;
  }
  try {
    await notes.leave(id, words);
    toasts.show(text("notes.left", name));
  } catch (error) {
    toasts.show(sentenceOf(error), "problem");
  }
}
