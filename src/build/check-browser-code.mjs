// Lints and unit-tests the browser modules, and looks at their layout; lints the files of containers, too. The Maven
// build calls this in `verify` where Node is present.
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { Buffer } from "node:buffer";
import { installTools, isNodeNewEnough, say } from "./tools.mjs";

const TESTS = "src/test/js";
const CHECKED = ["src", "eslint.config.js"];
const COMPOSE_RULES = ["--config", "src/build/dclint.yaml", "--max-warnings", "0"];

/** Runs Node beside others; when it is over, tells what it said, and answers whether it succeeded. */
function beside(...args) {
  const child = spawn(process.execPath, args);
  const said = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (piece) => said.push(piece));
  }
  return new Promise((resolve) => {
    child.on("close", (code) => {
      process.stdout.write(Buffer.concat(said));
      resolve(code === 0);
    });
  });
}

/** Runs one of the installed tools beside others. */
const tool = (script, ...args) => beside(`node_modules/${script}`, ...args);

if (!isNodeNewEnough()) {
  say(`Node ${process.versions.node} is too old: the browser code is neither linted nor tested here.`);
  process.exit(0);
}
const tests = readdirSync(TESTS).filter((name) => name.endsWith(".test.js"));
const checks = [beside("--test", "--test-reporter=spec", ...tests.map((name) => `${TESTS}/${name}`))];
let installed = true;
if (installTools()) {
  checks.push(
    tool("eslint/bin/eslint.js", ...CHECKED),
    tool("prettier/bin/prettier.cjs", "--check", ...CHECKED),
    tool("dockerfilelint/bin/dockerfilelint", "deploy/Dockerfile"),
    tool("dclint/bin/dclint.cjs", ...COMPOSE_RULES, "deploy/compose.yaml"),
  );
} else if (process.env.CI) {
  say("the linter could not be installed: on a CI machine that is a failure.");
  installed = false;
} else {
  say("the linter could not be installed (no registry?): the browser code is NOT linted in this build.");
}
const results = await Promise.all(checks);
// Not process.exit(): what a pipe has not taken yet would be lost.
process.exitCode = installed && results.every(Boolean) ? 0 : 1;
