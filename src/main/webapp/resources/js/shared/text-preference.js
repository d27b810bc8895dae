const KEY = "plenum.text";

/** Whether the person would like real-time text in calls and meetings; it stays so in this browser. */
export function textPreference(kept) {
  return {
    /** For this page; undefined as long as nothing was chosen on it. */
    on: undefined,
    get wanted() {
      return kept.read(KEY, false) === true;
    },
    keep(on) {
      kept.write(KEY, on);
    },
  };
}
