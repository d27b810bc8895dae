/** More accents on one letter than any script has: they would be drawn far outside of an avatar. */
const MANY_MARKS = /(\p{M}{3})\p{M}+/gu;

/** The length of a name as people count it: a letter outside the basic plane is one. */
export function nameLength(name) {
  return [...name].length;
}

/** One or two letters that stand for a name on its avatar. */
export function initials(name) {
  const all = name
    .trim()
    .split(/[\s.]+/u)
    .filter(Boolean);
  const speaking = all.filter((word) => /^[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(word));
  const words = speaking.length > 0 ? speaking : all;
  if (words.length === 0) {
    return "?";
  }
  const first = graphemes(words[0])[0];
  const last = words.length > 1 ? graphemes(words[words.length - 1])[0] : "";
  return (first + last).toLocaleUpperCase().normalize("NFC").replace(MANY_MARKS, "$1");
}

/** A number in 0 .. buckets-1 that is always the same for the same id: the avatar's colour. */
export function bucketOf(id, buckets) {
  let sum = 7;
  for (const character of id) {
    sum = (sum * 31 + character.codePointAt(0)) % 65521;
  }
  return sum % buckets;
}

function graphemes(word) {
  if (!Intl.Segmenter) {
    return [...word];
  }
  return [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(word)].map((part) => part.segment);
}
