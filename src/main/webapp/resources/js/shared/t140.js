/** Characters of real-time text that mean more than a letter (ITU-T T.140, see docs/protocol.md). */
export const ERASE = "\b";
export const NEW_LINE = "\u2028";
export const MISSING = "\uFFFD";

const segmenter = globalThis.Intl?.Segmenter && new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** What people take for one letter each: grapheme clusters, or code points where the browser does not know them. */
export function clusters(text) {
  return segmenter ? Array.from(segmenter.segment(text), ({ segment }) => segment) : [...text];
}

/** The edit that makes one line of another: what differs is taken back in whole letters, and written anew. */
export function difference(before, after) {
  if (after.startsWith(before) && endsALetter(before, after)) {
    return after.slice(before.length);
  }
  const known = clusters(before);
  const wanted = clusters(after);
  let common = 0;
  while (common < known.length && known[common] === wanted[common]) {
    common += 1;
  }
  const erased = [...known.slice(common).join("")].length;
  return ERASE.repeat(erased) + wanted.slice(common).join("");
}

/** A letter may grow, as by an accent that is typed after it; then it is written anew as a whole. */
function endsALetter(before, after) {
  const last = clusters(before).at(-1) ?? "";
  return clusters(after.slice(before.length - last.length))[0] === last || last === "";
}

/** The line after an edit. */
export function applied(before, edit) {
  const line = [...before];
  for (const one of edit) {
    if (one === ERASE) {
      line.pop();
    } else {
      line.push(one);
    }
  }
  return line.join("");
}
