import assert from "node:assert/strict";
import test from "node:test";
import { TileFocus } from "../../main/webapp/resources/js/views/meeting/tile-focus.js";

const PLACE = { left: 0, top: 0, width: 300, height: 200 };

/** The focus among the tiles of Ada, Bob and the own person, in whose tile it is. */
function focus(t) {
  const focused = [];
  const tiles = new Map(
    ["ada", "bob", "me"].map((id) => [
      id,
      { element: { hidden: false }, reachable() {}, focus: () => focused.push(id) },
    ]),
  );
  const list = Object.assign(new EventTarget(), { contains: () => true });
  globalThis.document = { activeElement: { closest: () => ({ dataset: { member: "me" } }) } };
  t.after(() => delete globalThis.document);
  const made = new TileFocus(list, { tile: (id) => tiles.get(id), onPin() {} });
  const show = (...ids) => made.keep(() => new Map(ids.map((id) => [id, PLACE])));
  return { focused, tiles, show };
}

test("leaves the focus in the own tile of a call, which has no place of its own", (t) => {
  const { focused, show } = focus(t);
  show("ada");
  show("ada");
  assert.deepEqual(focused, []);
});

test("moves the focus from a tile that is hidden or gone", (t) => {
  const { focused, tiles, show } = focus(t);
  show("ada", "me");
  tiles.get("me").element.hidden = true;
  show("ada", "bob");
  tiles.delete("me");
  show("bob");
  assert.deepEqual(focused, ["ada", "bob"]);
});
