// What the build's scripts for the browser code share: their sentences, and the tools of package-lock.json.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";

const MINIMUM_NODE = 20;
const STAMP = "node_modules/.installed-from";
/** Whoever builds by hand does not wait long for a registry that cannot be reached. */
const INSTALL_TRIES = process.env.CI ? 3 : 1;

export const say = (sentence) => console.log(`[browser code] ${sentence}`);

/** Whether this Node is new enough. */
export const isNodeNewEnough = () => Number(process.versions.node.split(".")[0]) >= MINIMUM_NODE;

/** Runs a command with this process's output; answers whether it succeeded. */
function run(command, ...args) {
  const windows = process.platform === "win32";
  return spawnSync(command, args, { stdio: "inherit", shell: windows }).status === 0;
}

const lockHash = () => createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");

/** Installs the tools when they are missing or older than the lock file; answers whether they are there. */
export function installTools() {
  const wanted = lockHash();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) {
    return true;
  }
  for (let tries = 1; tries <= INSTALL_TRIES; tries += 1) {
    say("installing the tools for the browser code (npm ci) ...");
    if (run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")) {
      writeFileSync(STAMP, wanted);
      return true;
    }
  }
  return false;
}
