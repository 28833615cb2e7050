// Remembers the language a reader switches to, for the next visit to the bare address.

for (const link of document.querySelectorAll("a[data-language-cookie]")) {
  link.addEventListener("click", () => {
    const { languageCookie, languageAge } = link.dataset;
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie =
      `${languageCookie}=${link.hreflang}; Max-Age=${languageAge}; Path=/; SameSite=Lax${secure}`;
  });
}
