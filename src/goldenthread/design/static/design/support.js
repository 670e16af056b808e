// Before anything is drawn: tell the stylesheets that scripts run. The Design System asks for it.
document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("govuk-frontend-supported");
}
