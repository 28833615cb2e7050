// Puts uploaded pictures into a body: from their own rows, from the remarks beside a body, or
// chosen at its toolbar, which leads to the upload when there is nothing to choose from.

const dialog = document.getElementById("picture-choice");
let current = null;
let waiting = null;

document.addEventListener("focusin", ({ target }) => {
  if (target.matches("textarea[data-body]")) current = target;
});
document.addEventListener("choose-picture", ({ target }) => choose(target));
document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-insert-image]");
  if (button) insert(button.dataset.insertImage, waiting ?? bodyFor(button));
});
document.querySelectorAll("[data-insert-image]").forEach((button) => {
  button.hidden = !dialog;
});

dialog?.addEventListener("close", () => {
  waiting = null;
});
dialog?.querySelector("[data-close]").addEventListener("click", () => dialog.close());
dialog?.querySelector("[data-upload]").addEventListener("click", () => {
  dialog.close();
  leadToUpload(dialog.dataset.another);
});

function bodyFor(button) {
  const beside = button.closest("[data-language]")?.querySelector("textarea[data-body]");
  if (beside) return beside;
  const isShown = (textarea) => textarea.offsetParent !== null;
  if (current && isShown(current)) return current;
  return [...document.querySelectorAll("textarea[data-body]")].find(isShown);
}

function rowOf(number) {
  return document.querySelector(`.inline-related [data-insert-image="${number}"]`).closest(".inline-related");
}

function insert(number, textarea) {
  dialog.close();
  if (!textarea) return;
  // Where nobody has put the caret yet, the end is the place for something new.
  if (textarea !== current) textarea.setSelectionRange(textarea.value.length, textarea.value.length);
  const description = descriptionOf(number, textarea).replaceAll(/[[\]]/g, "");
  const reference = `![${description}](image:${number})`;
  textarea.dispatchEvent(new CustomEvent("insert-block", { detail: reference }));
}

function descriptionOf(number, textarea) {
  const { language } = textarea.closest("[data-language]").dataset;
  return rowOf(number).querySelector(`[name$="-alt_${language}"]`)?.value.trim() ?? "";
}

// ---- the button of a toolbar

function choose(textarea) {
  const numbers = uploaded();
  if (numbers.length === 1) insert(numbers[0], textarea);
  else if (numbers.length) offer(numbers, textarea);
  else leadToUpload(fileFields().some(isFilled) ? dialog.dataset.unsaved : dialog.dataset.none);
}

function uploaded() {
  const buttons = [...document.querySelectorAll(".inline-related [data-insert-image]")];
  const isKept = (button) => !button.closest(".inline-related").querySelector("[name$=-DELETE]:checked");
  return buttons.filter(isKept).map((button) => button.dataset.insertImage);
}

function offer(numbers, textarea) {
  waiting = textarea;
  dialog.querySelector("ul").replaceChildren(...numbers.map((number) => choice(number, textarea)));
  dialog.showModal();
}

function choice(number, textarea) {
  const picture = rowOf(number).querySelector("img").cloneNode();
  const name = document.createElement("span");
  const description = descriptionOf(number, textarea) || dialog.dataset.undescribed;
  name.textContent = `${dialog.dataset.picture} ${number}: ${description}`;
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.insertImage = number;
  button.append(picture, name);
  const item = document.createElement("li");
  item.append(button);
  return item;
}

// ---- nothing to choose from

function fileFields() {
  return [...document.querySelectorAll("#images-group .inline-related:not(.empty-form, .has_original) input[type=file]")];
}

function isFilled(field) {
  return field.files.length > 0;
}

function leadToUpload(sentence) {
  const isWanted = sentence === dialog.dataset.unsaved ? isFilled : (field) => !isFilled(field);
  if (!fileFields().some(isWanted)) document.querySelector("#images-group .add-row a").click();
  const field = fileFields().find(isWanted);
  const hint = document.getElementById("picture-hint");
  hint.textContent = sentence;
  hint.hidden = false;
  field.closest(".inline-related").before(hint);
  field.setAttribute("aria-describedby", hint.id);
  field.focus();
  hint.scrollIntoView({ block: "center" });
}
