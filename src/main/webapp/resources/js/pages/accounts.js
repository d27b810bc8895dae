import { ROOMS_PATH } from "../shared/paths.js";
import { text, textOf } from "../shared/texts.js";
import { addAccount, changeAccount, findAccounts, removeAccount, resetPassword } from "../signal/account.js";
import { AccountForm, refusal, valueOf } from "../views/account/account-form.js";
import { AccountRow } from "../views/account/account-row.js";
import { showLink } from "../views/account/link-dialog.js";
import { confirm } from "../views/common/confirm.js";
import { part, setText } from "../views/common/dom.js";
import { KeyedList } from "../views/common/keyed-list.js";
import { connectPage } from "./site/site.js";
import "./site/running.js";

const { connection, toasts, panel } = connectPage();
const acts = { change, reset, remove };
const list = new KeyedList(part("accounts"), (account) => new AccountRow(account, acts));
let shown = [];
/** Only the answer to the newest question is shown. */
let asked = 0;

async function find(from = 0) {
  const question = ++asked;
  const { value, problem } = await findAccounts(valueOf("accounts-search"), from);
  if (question !== asked) {
    return;
  }
  if (problem) {
    const actions = [{ label: text("accounts.toRooms"), href: ROOMS_PATH }];
    panel.show({ symbol: "warning", title: text("accounts.refused"), sentence: problem.detail, actions });
    return;
  }
  shown = from ? [...shown, ...value.accounts] : value.accounts;
  list.show(shown);
  setText(part("accounts-count"), textOf(value.total, "accounts.count"));
  part("more-accounts").hidden = shown.length >= value.total;
}

async function change(account, wish) {
  const { value, problem } = await changeAccount(account.id, wish);
  if (value) {
    shown = shown.map((one) => (one.id === value.id ? value : one));
    list.show(shown);
  }
  return problem?.detail;
}

async function reset(account) {
  const sure = await confirm({
    title: text("accounts.reset.title", account.name),
    sentence: text("accounts.reset.what"),
    agree: text("accounts.reset"),
  });
  if (!sure) {
    return undefined;
  }
  const { value, problem } = await resetPassword(account.id);
  if (value) {
    show(value);
  }
  return problem?.detail;
}

async function remove(account) {
  const sure = await confirm({
    title: text("accounts.remove.title", account.name),
    sentence: text("accounts.remove.what"),
    agree: text("accounts.remove"),
  });
  if (!sure) {
    return undefined;
  }
  const { problem } = await removeAccount(account.id);
  if (!problem) {
    await find();
  }
  return problem?.detail;
}

function show({ account, path }) {
  showLink({
    title: text("accounts.link.title", account.name),
    sentence: text("accounts.link.what"),
    address: new URL(path, window.location.href).href,
  });
  find().catch(unreachable);
}

function unreachable() {
  toasts.show(text("account.unreachable"), "problem");
}

async function submit() {
  const login = valueOf("add-login").trim();
  const name = valueOf("add-name").trim();
  if (login === "") {
    return refusal("add-login", text("login.nameMissing"));
  }
  if (name === "") {
    return refusal("add-name", text("accounts.nameMissing"));
  }
  const answer = await addAccount(login, name);
  return { ...answer, field: answer.problem?.code.startsWith("login-name") ? "add-login" : "add-name" };
}

new AccountForm({ form: "add-account", button: "add", problem: "add-problem" }, submit, (added) => {
  part("add-account").reset();
  show(added);
});
part("accounts-search").addEventListener("input", () => find().catch(unreachable));
part("more-accounts").addEventListener("click", () => find(shown.length).catch(unreachable));
connection.start();
find().catch(unreachable);
