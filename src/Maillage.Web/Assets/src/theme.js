// Classic blocking script of the <head>: sets the theme before the first paint, so that a dark page never flashes white.
// The choice (light, dark or system) lives in localStorage only; without this script the page follows the system.
(() => {
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const CHOICES = ['light', 'dark', 'system'];

  function stored() {
    try {
      const choice = localStorage.getItem('maillage-theme');
      return CHOICES.includes(choice) ? choice : 'system';
    } catch {
      return 'system'; // storage refused by the browser
    }
  }

  let choice = stored();

  function apply() {
    const dark = choice === 'dark' || (choice === 'system' && system.matches);
    root.dataset.frScheme = choice;
    root.dataset.frTheme = dark ? 'dark' : 'light';
    for (const select of document.querySelectorAll('select[data-theme]')) select.value = choice;
    for (const button of document.querySelectorAll('button[data-theme-toggle]')) button.setAttribute('aria-pressed', String(dark));
  }

  function choose(next) {
    choice = next;
    try {
      localStorage.setItem('maillage-theme', next);
    } catch { /* the choice then lasts as long as the page */ }
    apply();
  }

  apply();
  system.addEventListener('change', apply);
  addEventListener('storage', (event) => {
    if (event.key !== 'maillage-theme') return;
    choice = stored();
    apply();
  });
  document.addEventListener('DOMContentLoaded', () => {
    // The controls do nothing without JavaScript: the server sends them hidden.
    for (const control of document.querySelectorAll('select[data-theme], button[data-theme-toggle]')) {
      (control.closest('[data-theme-control]') ?? control).hidden = false;
    }
    apply();
  });
  document.addEventListener('change', ({ target }) => {
    if (target.matches?.('select[data-theme]')) choose(target.value);
  });
  document.addEventListener('click', ({ target }) => {
    if (target.closest?.('button[data-theme-toggle]')) choose(root.dataset.frTheme === 'dark' ? 'light' : 'dark');
  });
})();
