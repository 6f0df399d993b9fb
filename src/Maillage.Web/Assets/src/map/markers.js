import { groupPoints } from './clusters.js';

const SVG = 'http://www.w3.org/2000/svg';
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const colourOf = ({ sector, kind }) => `var(--${sector ? `sector-${sector}` : `kind-${kind}`}, var(--sector-none))`;

function element(name, className, attributes = {}) {
  const node = document.createElement(name);
  node.className = className;
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}

/** A ring cut by sector or family, so that a cluster already says what is in it. */
function ring(points) {
  const counts = new Map();
  for (const point of points) counts.set(colourOf(point), (counts.get(colourOf(point)) ?? 0) + 1);
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 36 36');
  svg.setAttribute('aria-hidden', 'true');
  let start = 0;
  for (const [colour, count] of counts) {
    const arc = document.createElementNS(SVG, 'circle');
    const share = (100 * count) / points.length;
    for (const [key, value] of Object.entries({
      cx: 18, cy: 18, r: 15.5, pathLength: 100, 'stroke-dasharray': `${share} ${100 - share}`, 'stroke-dashoffset': 25 - start,
    })) arc.setAttribute(key, value);
    arc.style.stroke = colour;
    svg.append(arc);
    start += share;
  }
  return svg;
}

/**
 * The buttons over the map. They are one stop of the Tab key; the arrow keys go from one to the nearest in that direction,
 * so that eighty markers do not stand between a keyboard user and the list.
 */
export class Markers {
  #map; #texts; #on;
  #buttons = new Map();
  #shown = []; // [{ group, button, screen }]
  #step = null;
  #points = [];
  #highlighted;

  /** `on` is told of: open(group), point(points) under the pointer or the focus, regroup(). */
  constructor(map, texts, on) {
    this.#map = map;
    this.#texts = texts;
    this.#on = on;
    this.layer = element('div', 'map-markers', { role: 'group', 'aria-label': texts.markers });
    this.layer.addEventListener('keydown', (event) => this.#moveFocus(event));
    map.getCanvasContainer().append(this.layer);
    map.on('move', () => this.refresh());
    map.on('resize', () => this.refresh());
  }

  set(points) {
    this.#points = points;
    this.#step = null;
    this.refresh();
  }

  /** Regroups when the zoom has passed a half level, and puts every button at its place on the screen. */
  refresh() {
    const step = Math.floor(this.#map.getZoom() * 2);
    if (step !== this.#step) {
      this.#step = step;
      this.#regroup();
    }
    for (const entry of this.#shown) {
      entry.screen = this.#map.project(entry.at);
      entry.button.style.transform = `translate(${entry.screen.x.toFixed(1)}px, ${entry.screen.y.toFixed(1)}px)`;
    }
  }

  entryOf(point) {
    return this.#shown.find(({ group }) => group.points.includes(point));
  }

  highlight(point) {
    this.#highlighted = point;
    for (const { button, group } of this.#shown) button.toggleAttribute('data-active', group.points.includes(point));
  }

  focus(point) {
    this.entryOf(point)?.button.focus();
  }

  #regroup() {
    const focused = this.layer.contains(document.activeElement) ? document.activeElement : null;
    const lost = focused && this.#shown.find(({ button }) => button === focused)?.group.points[0];
    const old = this.#buttons;
    this.#buttons = new Map();
    this.#shown = groupPoints(this.#points, this.#map.getZoom()).map((group) => {
      const key = group.points.map(({ slug }) => slug).join('|');
      const button = old.get(key) ?? this.#button(group);
      old.delete(key);
      this.#buttons.set(key, button);
      const at = [group.x * 360 - 180, (Math.atan(Math.sinh(Math.PI * (1 - 2 * group.y))) * 180) / Math.PI];
      button.group = group;
      return { group, button, at };
    });
    for (const button of old.values()) button.remove();
    // From west to east, then north to south: the order of reading for those who do not see the map.
    this.#shown.sort((a, b) => a.group.x - b.group.x || a.group.y - b.group.y);
    for (const { button } of this.#shown) if (!button.isConnected) this.layer.append(button);
    this.#setTabStop(this.#shown.find(({ button }) => button === focused)?.button ?? this.#shown[0]?.button);
    if (lost && !focused.isConnected) this.focus(lost);
    this.#on.regroup();
    this.highlight(this.#highlighted);
  }

  #setTabStop(current) {
    for (const { button } of this.#shown) button.tabIndex = button === current ? 0 : -1;
  }

  #button(group) {
    const [point] = group.points;
    const many = group.points.length > 1;
    const button = element('button', many ? 'map-pin map-pin--many' : 'map-pin', {
      type: 'button',
      'aria-label': many ? this.#texts.cluster.replace('{0}', group.points.length) : point.title,
    });
    const face = element('span', 'map-pin__face', { 'aria-hidden': 'true' });
    if (many) {
      face.append(ring(group.points), String(group.points.length));
    } else {
      button.style.setProperty('--sector', colourOf(point));
      if (point.kind) button.dataset.kind = point.kind;
      if (!point.known) button.dataset.known = 'false';
      face.textContent = point.letter;
      button.title = point.title;
    }
    button.append(face);
    button.addEventListener('click', () => this.#on.open(button.group));
    for (const type of ['pointerenter', 'focus']) button.addEventListener(type, () => this.#on.point(button.group.points));
    for (const type of ['pointerleave', 'blur']) button.addEventListener(type, () => this.#on.point([]));
    button.addEventListener('focus', () => this.#setTabStop(button));
    return button;
  }

  #moveFocus(event) {
    const direction = ARROWS[event.key];
    const current = this.#shown.find(({ button }) => button === document.activeElement);
    if (!direction || !current) return;
    event.preventDefault();
    event.stopPropagation(); // the arrows would pan the map
    let best = null;
    for (const entry of this.#shown) {
      const dx = entry.screen.x - current.screen.x;
      const dy = entry.screen.y - current.screen.y;
      const along = dx * direction[0] + dy * direction[1];
      const across = Math.abs(dx * direction[1]) + Math.abs(dy * direction[0]);
      if (along <= 0 || across > 2 * along) continue;
      const cost = along + 2 * across;
      if (!best || cost < best.cost) best = { cost, entry };
    }
    if (!best) return;
    best.entry.button.focus();
    this.#bringIntoView(best.entry);
  }

  #bringIntoView({ screen, at }) {
    const { clientWidth, clientHeight } = this.#map.getContainer();
    const inside = screen.x > 20 && screen.y > 20 && screen.x < clientWidth - 20 && screen.y < clientHeight - 20;
    if (!inside) this.#map.easeTo({ center: at });
  }
}
