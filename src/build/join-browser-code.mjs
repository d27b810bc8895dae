// join-browser-code.mjs FROM TO: joins the browser modules in FROM to few files in TO, as pages load them. See
// docs/decisions/0069-modules-are-joined.md. Where the tool for it cannot be had, TO has the modules as they are
// written: pages work in the same way, and ask for each of them.
import { cpSync, readdirSync, rmSync } from "node:fs";
import { installTools, isNodeNewEnough, say } from "./tools.mjs";

const [from, to] = process.argv.slice(2);

/** What is loaded by its address: by pages, and by the browser's audio thread. */
const ENTRIES = [...modulesIn("pages"), ...modulesIn("admin"), "media/loudness-worklet.js"];

function modulesIn(folder) {
  return readdirSync(`${from}/${folder}`)
    .filter((name) => name.endsWith(".js"))
    .map((name) => `${folder}/${name}`);
}

async function join() {
  const { build } = await import("esbuild");
  await build({
    entryPoints: ENTRIES.map((entry) => `${from}/${entry}`),
    outbase: from,
    outdir: to,
    bundle: true,
    splitting: true,
    format: "esm",
    target: "esnext",
    chunkNames: "joined/[hash]",
    minifyWhitespace: true,
    minifySyntax: true,
    sourcemap: true,
    logLevel: "warning",
  });
}

rmSync(to, { recursive: true, force: true });
if (isNodeNewEnough() && installTools()) {
  await join();
} else if (process.env.CI) {
  say("the modules could not be joined: on a CI machine that is a failure.");
  process.exitCode = 1;
} else {
  say("the modules could not be joined (no registry, or a Node that is too old?): pages load each of them.");
  cpSync(from, to, { recursive: true });
}
