// Text size and colours as the reader likes them, kept in this browser only.

const KEYS = { "text-size": "textSize", scheme: "scheme" };

function remembered(key) {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return ""; // storage may be switched off
  }
}

function remember(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // the choice then lasts as long as the page
  }
}

function apply(key, value) {
  const { dataset, style } = document.documentElement;
  if (value) dataset[KEYS[key]] = value;
  else delete dataset[KEYS[key]];
  if (key === "text-size") style.setProperty("--text-size", value);
}

function offer(panel) {
  for (const key of Object.keys(KEYS)) {
    for (const input of panel.querySelectorAll(`input[name="${key}"]`)) {
      const kept = remembered(key);
      if (kept) input.checked = input.value === kept;
      input.addEventListener("change", () => {
        apply(key, input.value);
        remember(key, input.value);
      });
    }
  }
  panel.hidden = false;
}

function closeOnEscape(panel) {
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !panel.open) return;
    panel.open = false;
    panel.querySelector("summary").focus();
  });
}

for (const key of Object.keys(KEYS)) apply(key, remembered(key));

// Runs before the page is drawn, so that the choice never flickers; the panel comes later.
document.addEventListener("DOMContentLoaded", () => {
  for (const panel of document.querySelectorAll("[data-display]")) {
    offer(panel);
    closeOnEscape(panel);
  }
});
