import assert from "node:assert/strict";
import test from "node:test";
import { arrive, arrival, loadAhead } from "../../main/webapp/resources/js/shared/arrival.js";
import { settled } from "./settled.js";

const ARRIVAL = new URL("../../main/webapp/resources/js/shared/arrival.js", import.meta.url).href;
const BEGIN = `import { arrival } from "${ARRIVAL}"; globalThis.ran.push("begun"); await arrival(import.meta.url);`;

/** The address of a module with this code, which notes in `ran` how far it came. */
function moduleOf(code) {
  globalThis.ran = [];
  return `data:text/javascript,${encodeURIComponent(code)}`;
}

test("runs a page's module as far as its arrival, and on when the page is shown", async () => {
  const address = moduleOf(`${BEGIN} globalThis.ran.push("shown");`);
  await loadAhead(address);
  await loadAhead(address);
  await settled();
  assert.deepEqual(globalThis.ran, ["begun"]);
  arrive(address);
  await settled();
  assert.deepEqual(globalThis.ran, ["begun", "shown"]);
});

test("waits for no module that does not wait", async () => {
  const address = moduleOf('globalThis.ran.push("whole");');
  await loadAhead(address);
  assert.deepEqual(globalThis.ran, ["whole"]);
});

test("keeps no module back that a navigation led to", () => {
  assert.equal(arrival("http://x/js/pages/call.js"), undefined);
});
