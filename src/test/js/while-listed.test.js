import assert from "node:assert/strict";
import test from "node:test";
import { WhileListed } from "../../main/webapp/resources/js/shared/while-listed.js";

test("is gone when it was listed and no longer is, not while the list does not have it yet", () => {
  const address = new WhileListed();
  assert.equal(address.isGone(["before"]), false);
  address.show("camera");
  assert.equal(address.isGone(["before"]), false);
  assert.equal(address.isGone(["before", "camera"]), false);
  assert.equal(address.isGone(["before", "camera"]), false);
  assert.equal(address.isGone(["before"]), true);
});

test("tells nothing of another one that was shown before", () => {
  const address = new WhileListed();
  address.show("camera");
  address.isGone(["camera"]);
  address.show("encoder");
  assert.equal(address.isGone(["camera"]), false);
  address.show(undefined);
  assert.equal(address.isGone([]), false);
});
