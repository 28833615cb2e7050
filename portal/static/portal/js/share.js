// «Copy link» and «Print» on articles; without JavaScript the buttons stay hidden.

async function copyLink(button) {
  const status = document.getElementById(button.getAttribute("aria-describedby"));
  try {
    await navigator.clipboard.writeText(button.dataset.copyLink);
    status.textContent = button.dataset.done;
  } catch {
    status.textContent = button.dataset.copyLink; // to be copied by hand
  }
}

for (const button of document.querySelectorAll("[data-copy-link]")) {
  button.addEventListener("click", () => copyLink(button));
  button.hidden = false;
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => window.print());
  button.hidden = false;
}
