// Lints and unit-tests the browser modules. The Maven build calls this in `verify` where Node is present.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";

const MINIMUM_NODE = 20;
const TESTS = "src/test/js";
const STAMP = "node_modules/.installed-from";
const INSTALL_TRIES = 3;

const say = (sentence) => console.log(`[browser code] ${sentence}`);

/** Runs a command with this process's output; answers whether it succeeded. */
function run(command, ...args) {
  const windows = process.platform === "win32";
  return spawnSync(command, args, { stdio: "inherit", shell: windows }).status === 0;
}

const lockHash = () => createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");

/** Installs the linter when it is missing or older than the lock file; answers whether it is there. */
function installLinter() {
  const wanted = lockHash();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) {
    return true;
  }
  for (let tries = 1; tries <= INSTALL_TRIES; tries += 1) {
    say("installing the linter (npm ci) ...");
    if (run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")) {
      writeFileSync(STAMP, wanted);
      return true;
    }
  }
  return false;
}

if (Number(process.versions.node.split(".")[0]) < MINIMUM_NODE) {
  say(
    `Node ${process.versions.node} is older than ${MINIMUM_NODE}: the browser code is neither linted nor tested here.`,
  );
  process.exit(0);
}
const tests = readdirSync(TESTS).filter((name) => name.endsWith(".test.js"));
let good = run(process.execPath, "--test", "--test-reporter=spec", ...tests.map((name) => `${TESTS}/${name}`));
if (installLinter()) {
  good = run(process.execPath, "node_modules/eslint/bin/eslint.js", "src", "eslint.config.js") && good;
} else if (process.env.CI) {
  say("the linter could not be installed: on a CI machine that is a failure.");
  good = false;
} else {
  say("the linter could not be installed (no registry?): the browser code is NOT linted in this build.");
}
process.exit(good ? 0 : 1);
