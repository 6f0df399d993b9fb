// Suggestions under a search box, as a combobox with a list (ARIA authoring practices). Without it the box is a plain form.
const PAUSE = 150;
const SHORTEST = 2;

let boxes = 0;

export function suggest(form) {
  const input = form.querySelector('input[name=q]');
  const { suggest: address, suggestRoot: root, textOne, textOther, textLabel } = form.dataset;
  const list = document.createElement('ul');
  const status = document.createElement('p');
  const types = JSON.parse(form.dataset.suggestTypes);
  let options = [];
  let active = -1;
  let timer;
  let asking;

  list.id = `suggestions-${(boxes += 1)}`;
  list.className = 'suggestions';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', textLabel);
  status.className = 'suggestions__status';
  status.setAttribute('role', 'status');
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');
  input.autocomplete = 'off';
  input.parentElement.classList.add('suggestions-box');
  input.after(list, status);

  const close = () => {
    clearTimeout(timer);
    asking?.abort();
    list.hidden = true;
    status.textContent = '';
    input.setAttribute('aria-expanded', 'false');
    point(-1);
  };

  function point(index) {
    options[active]?.setAttribute('aria-selected', 'false');
    active = index;
    if (active < 0) {
      input.removeAttribute('aria-activedescendant');
      return;
    }
    options[active].setAttribute('aria-selected', 'true');
    options[active].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', options[active].id);
  }

  function show(items) {
    point(-1);
    options = items.map((item, index) => {
      const option = document.createElement('li');
      const about = document.createElement('span');
      option.id = `${list.id}-${index}`;
      option.className = 'suggestions__option';
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.dataset.address = root + new URL(item.url).pathname.slice(1);
      about.className = 'suggestions__about';
      about.textContent = [types[item.type], item.subtitle ?? item.placeName].filter(Boolean).join(' · ');
      option.append(item.title, about);
      return option;
    });
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
    input.setAttribute('aria-expanded', String(options.length > 0));
    status.textContent = (options.length === 1 ? textOne : textOther).replace('{0}', options.length);
  }

  async function ask() {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    try {
      const answer = await fetch(`${address}?q=${encodeURIComponent(input.value.trim())}`, { signal, headers: { Accept: 'application/json' } });
      if (answer.ok) show((await answer.json()).items);
    } catch (error) {
      if (error.name !== 'AbortError') close();
    }
  }

  const go = (option) => {
    location.href = option.dataset.address;
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    if (input.value.trim().length < SHORTEST) close();
    else timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !list.hidden) {
      event.preventDefault();
      // Past the ends, back to what was typed.
      point(((active + 1 + step + options.length + 1) % (options.length + 1)) - 1);
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      go(options[active]);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  input.addEventListener('blur', close);
  // Before the box loses the focus, which closes the list.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role=option]');
    if (option) go(option);
  });
}
