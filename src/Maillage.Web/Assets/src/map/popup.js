// A small dialog over the map, filled with a copy of what the list says. On a narrow map the stylesheet docks it at the bottom.

const GAP = 20;
const EDGE = 8;
const DOCKED = 480; // the 30rem of the stylesheet

function copyOf(item) {
  const copy = document.createElement('div');
  copy.className = 'map-popup__item';
  for (const child of item.cloneNode(true).childNodes) copy.append(child.cloneNode(true));
  for (const node of copy.querySelectorAll('[data-map-skip]')) node.remove();
  // A heading would come twice, and out of order, in the outline of the page.
  for (const heading of copy.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const line = document.createElement('p');
    line.className = `map-popup__title ${heading.className}`;
    line.append(...heading.childNodes);
    heading.replaceWith(line);
  }
  for (const node of [copy, ...copy.querySelectorAll('[id], [data-active]')]) {
    node.removeAttribute('id'); // an id must stay unique in the page
    node.removeAttribute('data-active');
  }
  return copy;
}

export class Popup {
  #map; #texts; #at; #opener;

  constructor(map, texts, { onClose }) {
    this.#map = map;
    this.#texts = texts;
    this.onClose = onClose;
    this.node = document.createElement('div');
    this.node.className = 'map-popup';
    this.node.setAttribute('role', 'dialog');
    this.node.tabIndex = -1;
    this.node.hidden = true;
    map.getContainer().append(this.node);
    this.node.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        event.stopPropagation();
        this.close();
      }
    });
    map.on('move', () => this.#place());
    map.on('resize', () => this.#place());
  }

  get isOpen() {
    return !this.node.hidden;
  }

  /** Shows the items of one group at a place; `returnFocus` gives the focus back when the dialog closes. */
  open(group, at, returnFocus) {
    this.#at = at;
    this.#opener = returnFocus;
    const [point] = group.points;
    const many = group.points.length > 1;
    const label = many ? this.#texts.cluster.replace('{0}', group.points.length) : point.title;
    this.node.setAttribute('aria-label', label);

    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'map-popup__close';
    close.setAttribute('aria-label', this.#texts.close);
    close.title = this.#texts.close;
    close.addEventListener('click', () => this.close());

    const body = document.createElement('div');
    body.className = 'map-popup__body';
    if (many) {
      const title = document.createElement('p');
      title.className = 'map-popup__title';
      title.textContent = label;
      const list = document.createElement('ul');
      for (const { item } of group.points) {
        const entry = document.createElement('li');
        entry.append(copyOf(item));
        list.append(entry);
      }
      body.append(title, list);
    } else body.append(copyOf(point.item));

    this.node.replaceChildren(body, close);
    this.node.hidden = false;
    this.#place();
    this.node.focus({ preventScroll: true });
    this.#uncover();
  }

  close({ returnFocus = true } = {}) {
    if (!this.isOpen) return;
    this.node.hidden = true;
    this.node.replaceChildren();
    if (returnFocus) this.#opener?.();
    this.onClose();
  }

  /** Docked at the bottom, the dialog must not hide the marker it speaks of. */
  #uncover() {
    if (this.#map.getContainer().clientWidth > DOCKED) return;
    const { y } = this.#map.project(this.#at);
    if (y + GAP > this.node.offsetTop) this.#map.panBy([0, y - this.node.offsetTop / 2]);
  }

  /** Above its marker, or below where there is no room; never out of the map sideways. */
  #place() {
    if (!this.isOpen) return;
    const { clientWidth, clientHeight } = this.#map.getContainer();
    const { offsetWidth, offsetHeight } = this.node;
    const { x, y } = this.#map.project(this.#at);
    const left = Math.min(Math.max(x - offsetWidth / 2, EDGE), clientWidth - offsetWidth - EDGE);
    const above = y - GAP - offsetHeight;
    const top = above >= EDGE ? above : Math.min(y + GAP, clientHeight - offsetHeight - EDGE);
    this.node.style.setProperty('--popup-left', `${left.toFixed(1)}px`);
    this.node.style.setProperty('--popup-top', `${Math.max(top, EDGE).toFixed(1)}px`);
  }
}
