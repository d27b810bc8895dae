import { RESOURCES } from "../../shared/paths.js";

const FILES = { mpegts: "mpegts/mpegts.js", hls: "hls/hls.light.min.js" };
const NAMES = { mpegts: "mpegts", hls: "Hls" };
const loading = new Map();

/** Loads one of the libraries in the WAR, once; the promise is what it offers. */
export function loadLibrary(name) {
  if (!loading.has(name)) {
    const loaded = load(name);
    loaded.catch(() => loading.delete(name));
    loading.set(name, loaded);
  }
  return loading.get(name);
}

function load(name) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${RESOURCES}lib/${FILES[name]}`;
    script.addEventListener("load", () => resolve(window[NAMES[name]]));
    script.addEventListener("error", () => {
      script.remove();
      reject(new Error(`${name} could not be loaded`));
    });
    document.head.append(script);
  });
}
