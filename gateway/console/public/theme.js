// Runs before the first paint, so that a person who prefers dark never sees a white flash.
(function () {
  var dark = window.matchMedia('(prefers-color-scheme: dark)');
  function apply() {
    document.documentElement.classList.toggle('pf-v6-theme-dark', dark.matches);
    document.documentElement.classList.toggle('pf-v6-theme-light', !dark.matches);
  }
  apply();
  dark.addEventListener('change', apply);
})();
