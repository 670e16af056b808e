// Start the components of the page. Every page works without this.
const fronts = document.querySelectorAll("link[data-front-end]");
for (const front of fronts) {
  import(front.href).then((components) => components.initAll());
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
