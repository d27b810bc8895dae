import { sitePath } from "../shared/paths.js";
import { settings } from "../shared/settings.js";

const ADDRESS = settings.addresses.api + sitePath("/api/me");

/** Who this browser is, by the identity cookie: an object with `id` and, once it has one, `name`. */
export async function readMe() {
  const response = await fetch(ADDRESS, { credentials: "include", headers: { Accept: "application/json" } });
  if (!response.ok) {
    throw new Error(`GET /api/me answered ${response.status}`);
  }
  return response.json();
}

/**
 * Takes `name` as the display name. Answers undefined when the server took it, else its sentence that
 * says why not (RFC 9457 `detail`), empty when it gave none.
 */
export async function saveName(name) {
  const response = await fetch(ADDRESS, {
    method: "PUT",
    credentials: "include",
    headers: { "Content-Type": "application/json", Accept: "application/json, application/problem+json" },
    body: JSON.stringify({ name }),
  });
  if (response.ok) {
    return undefined;
  }
  const problem = await response.json().catch(() => ({}));
  return problem.detail ?? "";
}
