import assert from "node:assert/strict";
import test from "node:test";
import { nameOf } from "../../main/webapp/resources/js/shared/erased.js";
import { loadTexts } from "../../main/webapp/resources/js/shared/texts.js";

test("who was erased is called so in the reader's language, others as recorded", () => {
  loadTexts({ "person.erased": "Eine gelöschte Person" }, "de");
  assert.equal(nameOf({ id: "-".repeat(22), name: "a person who was erased" }), "Eine gelöschte Person");
  assert.equal(nameOf({ id: "p7Hq2", name: "Ada" }), "Ada");
});
