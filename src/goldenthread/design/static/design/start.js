// Start the components of the page. Every page works without this.
const fronts = document.querySelectorAll("link[data-front-end]");
for (const front of fronts) {
  import(front.href).then((components) => components.initAll());
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// A table wider than its place can be scrolled by keyboard, and only then is a stop of the Tab key.
function scrollable(place) {
  if (place.scrollWidth > place.clientWidth) {
    place.tabIndex = 0;
    place.setAttribute("role", "region");
    place.setAttribute("aria-label", place.dataset.label);
  } else {
    for (const name of ["tabindex", "role", "aria-label"]) {
      place.removeAttribute(name);
    }
  }
}
const sizes = new ResizeObserver((changes) => changes.forEach(({ target }) => scrollable(target)));
for (const place of document.querySelectorAll(".gt-scroll")) {
  sizes.observe(place);
}
