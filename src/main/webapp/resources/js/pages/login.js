import { listPath, safePath } from "../shared/paths.js";
import { hasText, text } from "../shared/texts.js";
import { logIn } from "../signal/account.js";
import { AccountForm, refusal, valueOf } from "../views/account/account-form.js";
import { part, setText } from "../views/common/dom.js";
import { openPage } from "../views/common/page.js";
import "./site/running.js";

openPage();
const next = safePath(new URLSearchParams(window.location.search).get("next"), listPath("group"));

async function submit() {
  const name = valueOf("login-name").trim();
  if (name === "") {
    return refusal("login-name", text("login.nameMissing"));
  }
  if (valueOf("password") === "") {
    return refusal("password", text("login.passwordMissing"));
  }
  const answer = await logIn(name, valueOf("password"));
  return { ...answer, field: "password" };
}

new AccountForm({ form: "login", button: "log-in", problem: "login-problem" }, submit, () =>
  window.location.replace(next),
);
/** Why one came back from a provider without a login. */
function showRefusal(code) {
  const known = `login.refused.${code}`;
  setText(part("login-refused"), hasText(known) ? text(known) : text("login.refused.login-failed"));
  part("login-refused").hidden = false;
}

const refused = new URLSearchParams(window.location.search).get("refused");
if (refused) {
  showRefusal(refused);
}
part(valueOf("login-name") ? "password" : "login-name").focus();
