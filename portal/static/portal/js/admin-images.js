// Puts an uploaded picture into the body that was written in last.

let current = null;
document.addEventListener("focusin", ({ target }) => {
  if (target.matches("textarea[data-body]")) current = target;
});

for (const button of document.querySelectorAll("[data-insert-image]")) {
  button.hidden = false;
  button.addEventListener("click", () => insert(button));
}

function insert(button) {
  const bodies = [...document.querySelectorAll("textarea[data-body]")];
  const isShown = (textarea) => textarea.offsetParent !== null;
  const textarea = current && isShown(current) ? current : bodies.find(isShown);
  if (!textarea) return;
  // Where nobody has put the caret yet, the end is the place for something new.
  if (textarea !== current) textarea.setSelectionRange(textarea.value.length, textarea.value.length);
  const { language } = textarea.closest("[data-language]").dataset;
  const row = button.closest(".inline-related");
  const description = row.querySelector(`[name$="-alt_${language}"]`)?.value.trim() ?? "";
  const reference = `![${description.replaceAll(/[[\]]/g, "")}](image:${button.dataset.insertImage})`;
  textarea.dispatchEvent(new CustomEvent("insert-block", { detail: reference }));
}
