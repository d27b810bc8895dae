import assert from "node:assert/strict";
import test from "node:test";
import { StageControl } from "../../main/webapp/resources/js/meeting/stage-control.js";
import { Bus } from "../../main/webapp/resources/js/shared/bus.js";
import { SignalError } from "../../main/webapp/resources/js/signal/signal-error.js";
import { devices } from "./devices.js";

const REQUESTS = ["requestStage", "withdrawStageRequest", "leaveStage", "takeBackStage", "declineStage", "grantStage"];

/** The stage of a room, whose server is the test; `told` are the events, `asked` what was done. */
function stage(t, { refusal } = {}) {
  devices(t);
  const asked = [];
  const ask =
    (name) =>
    async (...values) => {
      asked.push([name, ...values].join(" "));
      if (refusal) {
        throw refusal;
      }
    };
  const room = { you: "me", owner: "me", members: new Map([["bob", { id: "bob", name: "Bob" }]]) };
  REQUESTS.forEach((name) => (room[name] = ask(name)));
  const sharing = Object.assign(new Bus(), { state: "off", givingBack: false, start: ask("start"), use: ask("use") });
  const control = new StageControl({ room, sharing }, "text");
  const told = [];
  control.on("changed", () => told.push("changed")).on("button", () => told.push("button"));
  control.on("problem", ({ code, refused = false }) => told.push(`problem ${code} ${refused}`));
  const see = (changes) => {
    room.stage = { onAir: false, requests: [], ...changes };
    return control.look();
  };
  see({});
  return { asked, control, sharing, told, see };
}

test("shares in the mode that the person chose, and goes on in another one", async (t) => {
  const { control, asked } = stage(t);
  await control.share();
  control.useMode("motion");
  await control.share();
  assert.deepEqual(asked, ["start text", "use motion", "start motion"]);
});

test("shares at once after a click, and brings a person to the button whose click the browser forgot", async (t) => {
  const { control, asked, told, see } = stage(t);
  await control.prompt(true);
  assert.deepEqual(asked, ["start text"]);
  await control.prompt(false);
  assert.deepEqual(told, ["changed", "button"]);
  assert.equal(see({}).hint, "needs-click");
});

test("asks for nothing when somebody else was faster", async (t) => {
  const { control, asked, told, see } = stage(t);
  see({ member: "bob" });
  await control.prompt(true);
  await control.prompt(false);
  assert.deepEqual([asked, told], [[], []]);
});

test("keeps saying what went wrong until something else happens", (t) => {
  const { sharing, told, see } = stage(t);
  sharing.emit("failed", { code: "cancelled", message: "" });
  assert.deepEqual(told, ["changed", "button"]);
  assert.equal(see({}).hint, "cancelled");
  assert.equal(see({ member: "bob", onAir: true }).hint, undefined);
  assert.equal(see({}).hint, undefined);
});

test("tells other failures in passing", (t) => {
  const { sharing, told, see } = stage(t);
  sharing.emit("failed", { code: "stage-lost", message: "" });
  assert.deepEqual(told, ["problem stage-lost false"]);
  assert.equal(see({}).hint, undefined);
});

test("says once that the stage that was asked for is the own one now", (t) => {
  const { see } = stage(t);
  assert.equal(see({ member: "bob", onAir: true, requests: ["me"] }).granted, false);
  const { state, granted } = see({ member: "me" });
  assert.deepEqual([state, granted], ["yours", true]);
  assert.equal(see({ member: "me" }).granted, false);
});

test("takes the stage that was handed over for no loss", async (t) => {
  const { control, asked, sharing, told } = stage(t);
  await control.handOver("bob");
  sharing.emit("failed", { code: "stage-lost", message: "" });
  assert.deepEqual([asked, told], [["grantStage bob"], []]);
  sharing.emit("failed", { code: "stage-lost", message: "" });
  assert.deepEqual(told, ["problem stage-lost false"], "only the first time");
});

test("tells of every refusal, after which a loss is a loss", async (t) => {
  const { control, sharing, told } = stage(t, { refusal: new SignalError("stage-free", "Nobody has it.") });
  await control.handOver("bob");
  sharing.emit("failed", { code: "stage-lost", message: "" });
  assert.deepEqual(told, ["problem stage-free true", "problem stage-lost false"]);
  told.length = 0;
  await Promise.all([
    control.ask(),
    control.withdraw(),
    control.giveBack(),
    control.takeBack(),
    control.decline("bob"),
  ]);
  assert.equal(told.length, 5);
});
