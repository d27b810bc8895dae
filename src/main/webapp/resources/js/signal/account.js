import { sitePath } from "../shared/paths.js";
import { settings } from "../shared/settings.js";

/** The doors of accounts, each below `/api`. */
const DOORS = {
  login: sitePath("/api/login"),
  logins: sitePath("/api/logins"),
  password: sitePath("/api/password"),
  welcome: sitePath("/api/welcome"),
  accounts: sitePath("/api/accounts"),
  data: sitePath("/api/me/data"),
};

/**
 * Asks one of the doors of REST. Answers `{value}`, or `{problem: {code, detail}}` when it was refused (RFC 9457);
 * fails when there is no answer.
 */
export async function ask(method, address, body) {
  const response = await fetch(settings.addresses.api + address, {
    method,
    credentials: "include",
    headers: { "Content-Type": "application/json", Accept: "application/json, application/problem+json" },
    body: body && JSON.stringify(body),
  });
  const content = response.status === 204 ? {} : await response.json().catch(() => ({}));
  return response.ok ? { value: content } : { problem: { code: content.code ?? "", detail: content.detail ?? "" } };
}

const one = (door, id) => `${DOORS[door]}/${encodeURIComponent(id)}`;

/** Logs in with this name and password. */
export const logIn = (name, password) => ask("POST", DOORS.login, { name, password });

/** Logs out of this browser. */
export const logOut = () => ask("DELETE", DOORS.login);

/** Where the person is logged in. */
export const readLogins = () => ask("GET", DOORS.logins);

/** Ends one of those. */
export const endLogin = (id) => ask("DELETE", one("logins", id));

/** Changes the own password. */
export const changePassword = (present, wanted) => ask("PUT", DOORS.password, { present, wanted });

/** Where the file is with everything that is kept of the person. */
export const dataAddress = () => settings.addresses.api + DOORS.data;

/** Erases all of it, with the account. */
export const eraseMe = () => ask("DELETE", DOORS.data);

/** For whom a one-time link is. */
export const lookAtLink = (link) => ask("POST", DOORS.welcome, { link });

/** Uses a one-time link up, and logs in. */
export const followLink = (link, name, password) => ask("PUT", DOORS.welcome, { link, name, password });

/** Accounts whose names have this text, from number `from` on. */
export const findAccounts = (text, from = 0) =>
  ask("GET", `${DOORS.accounts}?q=${encodeURIComponent(text)}&from=${from}`);

/** Adds an account. */
export const addAccount = (login, name) => ask("POST", DOORS.accounts, { login, name });

/** Changes some of an account: `name`, `groups`, `administrator`, `blocked`. */
export const changeAccount = (id, change) => ask("PATCH", one("accounts", id), change);

/** Makes another one-time link. */
export const resetPassword = (id) => ask("POST", `${one("accounts", id)}/link`);

/** Removes an account. */
export const removeAccount = (id) => ask("DELETE", one("accounts", id));
