/** What looks like an address of the web or of e-mail; what it may end with is looked at below. */
const ADDRESS = /\b(?:https?:\/\/|mailto:)[^\s<>"“”«»]+/giu;
/** Ends a sentence rather than an address. */
const AFTER = /[.,;:!?'’)\]}…。，、！？）」』】]$/u;
const OPENED = { ")": "(", "]": "[", "}": "{" };
const SCHEMES = new Set(["http:", "https:", "mailto:"]);

/**
 * The text in pieces, `{text}` or `{text, href}` for what is the address of something: of the web or of e-mail, and of
 * nothing else that a browser might run.
 */
export function linked(text) {
  const pieces = [];
  let end = 0;
  for (const { 0: match, index } of text.matchAll(ADDRESS)) {
    const address = withoutEnd(match);
    const href = hrefOf(address);
    if (href) {
      pieces.push({ text: text.slice(end, index) }, { text: address, href });
      end = index + address.length;
    }
  }
  pieces.push({ text: text.slice(end) });
  return pieces.filter((piece) => piece.text);
}

/** A bracket belongs to the address when it was opened there. */
function withoutEnd(address) {
  let found = address;
  while (AFTER.test(found)) {
    const last = found.at(-1);
    const opener = OPENED[last];
    if (opener && count(found, opener) >= count(found, last)) {
      break;
    }
    found = found.slice(0, -1);
  }
  return found;
}

const count = (text, letter) => text.split(letter).length - 1;

function hrefOf(address) {
  try {
    const url = new URL(address);
    const named = url.protocol === "mailto:" ? url.pathname : url.hostname;
    return SCHEMES.has(url.protocol) && named ? url.href : undefined;
  } catch {
    return undefined;
  }
}
