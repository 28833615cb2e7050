// «Share» or «Copy link», and «Print» on articles; without JavaScript the buttons stay hidden.

async function copyLink(button) {
  const status = document.getElementById(button.getAttribute("aria-describedby"));
  try {
    await navigator.clipboard.writeText(button.dataset.copyLink);
    status.textContent = button.dataset.done;
  } catch {
    status.textContent = button.dataset.copyLink; // to be copied by hand
  }
}

async function share({ title, share: url }) {
  try {
    await navigator.share({ title, url });
  } catch (error) {
    if (error.name !== "AbortError") throw error; // the reader changed their mind
  }
}

function offer(name, act) {
  for (const button of document.querySelectorAll(`[data-${name}]`)) {
    button.addEventListener("click", () => act(button));
    button.hidden = false;
  }
}

// The sheet of a phone copies links, too.
const hasSheet = navigator.share && matchMedia("(pointer: coarse)").matches;
if (hasSheet) offer("share", (button) => share(button.dataset));
else offer("copy-link", copyLink);
offer("print", () => window.print());
