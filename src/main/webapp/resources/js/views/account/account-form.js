import { text } from "../../shared/texts.js";
import { part, setAttribute, setText } from "../common/dom.js";

/** A form that asks the server once at a time, and tells beside its fields what the server refused. */
export class AccountForm {
  #problem;
  #button;

  /**
   * `ids` names the form, its button and its problem. `submit()` answers `{value}` or `{problem, field}`, of which
   * `field` is the id of the field that is to be mended; `done(value)` is called when it was taken.
   */
  constructor(ids, submit, done) {
    this.#problem = part(ids.problem);
    this.#button = part(ids.button);
    this.#button.disabled = false;
    part(ids.form).addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send(submit, done);
    });
  }

  async #send(submit, done) {
    this.#button.disabled = true;
    this.#show("");
    const answer = await submit().catch(() => ({ problem: { detail: text("account.unreachable") } }));
    this.#button.disabled = false;
    if (answer.problem) {
      this.#show(answer.problem.detail || text("account.refused"));
      this.#mend(answer.field);
    } else {
      done(answer.value);
    }
  }

  #mend(id) {
    const field = id && part(id);
    if (field) {
      setAttribute(field, "aria-invalid", "true");
      field.addEventListener("input", () => setAttribute(field, "aria-invalid", false), { once: true });
      field.focus();
      field.select();
    }
  }

  #show(sentence) {
    setText(this.#problem, sentence);
    this.#problem.hidden = sentence === "";
  }
}

/** What stands in the field with this id. */
export const valueOf = (id) => part(id).value;

/** A refusal by the page itself, at this field. */
export const refusal = (field, sentence) => ({ field, problem: { code: "", detail: sentence } });

/** The new password, which must stand in both fields: a refusal, or undefined. */
export function passwordProblem() {
  if (valueOf("password") === "") {
    return refusal("password", text("account.passwordMissing"));
  }
  return valueOf("password") === valueOf("again") ? undefined : refusal("again", text("account.passwordsDiffer"));
}
