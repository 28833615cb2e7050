// Shows beside each body what its page will look like, and what the server has to remark on it.

const PAUSE = 500; // milliseconds without typing

const template = document.getElementById("preview-frame");
if (template) document.querySelectorAll("textarea[data-body]").forEach(addPreview);

function addPreview(textarea) {
  const preview = template.content.firstElementChild.cloneNode(true);
  const editor = document.createElement("div");
  editor.className = "body-editor";
  const toolbar = textarea.previousElementSibling;
  textarea.before(editor);
  const input = document.createElement("div");
  input.append(...(toolbar?.matches("[role=toolbar]") ? [toolbar, textarea] : [textarea]));
  editor.append(input, preview);
  textarea.addEventListener("click", () => showWhole(editor));

  const view = {
    textarea,
    preview,
    language: textarea.closest("[data-language]").dataset.language,
    frame: preview.querySelector("iframe"),
    failed: preview.querySelector(".preview-failed"),
    timer: 0,
    request: null,
  };
  const panel = textarea.closest("[data-language]");
  const isRelevant = (target) => panel.contains(target) || !target.closest("[data-language]");
  const later = (event) => {
    if (event.isComposing || !isRelevant(event.target)) return;
    clearTimeout(view.timer);
    view.timer = setTimeout(() => update(view), PAUSE);
  };
  textarea.form.addEventListener("input", later);
  textarea.form.addEventListener("compositionend", later);
  update(view);
}

// The line of the buttons stands before the lower end of the window.
function showWhole(editor) {
  if (editor.getBoundingClientRect().top > 0) editor.scrollIntoView({ block: "nearest" });
}

async function update(view) {
  view.request?.abort();
  view.request = new AbortController();
  try {
    const response = await fetch(template.dataset.address, {
      method: "POST",
      body: typed(view),
      signal: view.request.signal,
    });
    if (!response.ok || response.redirected) throw new Error(`status ${response.status}`);
    show(view, await response.text());
    view.failed.hidden = true;
  } catch (error) {
    if (error.name !== "AbortError") view.failed.hidden = false;
  }
}

function typed(view) {
  const data = new FormData(view.textarea.form);
  for (const [name, value] of [...data]) {
    if (value instanceof File) data.delete(name);
  }
  data.set("language", view.language);
  return data;
}

function show(view, html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const findings = page.getElementById("findings");
  findings.remove();
  showFindings(view, findings);
  const shown = view.frame.contentDocument;
  if (view.frame.srcdoc && shown?.getElementById("main")) {
    shown.body.replaceChildren(...page.body.childNodes);
  } else {
    view.frame.srcdoc = `<!doctype html>${page.documentElement.outerHTML}`;
  }
}

function showFindings(view, findings) {
  const summary = findings.querySelector("[data-summary]").textContent;
  const status = view.preview.querySelector(".findings-summary");
  if (status.textContent !== summary) status.textContent = summary;
  const items = [...findings.querySelectorAll("[data-line]")].map((found) => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = found.textContent;
    button.addEventListener("click", () => selectLine(view.textarea, Number(found.dataset.line)));
    if (found.hasAttribute("data-error")) item.className = "finding-error";
    item.append(button);
    return item;
  });
  view.preview.querySelector("[data-findings]").replaceChildren(...items);
  showPictures(view, findings.querySelector("[data-images-left-out]"));
}

// Left as it is while it stays the same, so that the focus stays on its buttons.
function showPictures(view, left) {
  const place = view.preview.querySelector("[data-pictures]");
  if (place.textContent === (left?.textContent ?? "")) return;
  left?.querySelectorAll("[hidden]").forEach((button) => (button.hidden = false));
  place.replaceChildren(...(left ? [left] : []));
}

function selectLine(textarea, line) {
  const lines = textarea.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
  // A caret comes into view when its field gets the focus; a selection does not.
  textarea.blur();
  textarea.setSelectionRange(start, start);
  textarea.focus();
  textarea.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
}
