const KEY = "plenum.call";

/** Notes in this tab that `call` was accepted just now; a reload does not forget it. */
export function noteAccepted(tab, call) {
  if (tab.read(KEY, {}).id !== call.id) {
    tab.write(KEY, { id: call.id, since: Date.now() });
  }
}

/** Since when the two have talked, in milliseconds of Date.now: what this tab noted, else what the server says. */
export function talkingSince(tab, call) {
  const noted = tab.read(KEY, {});
  return noted.id === call.id ? noted.since : Date.parse(call.started) || Date.now();
}
