import { hasText, text } from "../../shared/texts.js";

/** What keeps a screen from being shared, as a sentence; undefined when the person themselves chose nothing. */
export function screenProblem({ code, message }) {
  if (code === "cancelled") {
    return undefined;
  }
  const key = `screen.${code}`;
  return message || text(hasText(key) ? key : "screen.unknown");
}
