import { text } from "./texts.js";

/** The id of everybody who was erased, in records of others. */
const ERASED = "-".repeat(22);

/** How somebody in a record is called: who was erased, in the reader's language. */
export function nameOf({ id, name }) {
  return id === ERASED ? text("person.erased") : name;
}
