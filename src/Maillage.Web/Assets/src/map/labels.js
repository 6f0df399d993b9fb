// Names of the overseas insets, and of the départements once the map is near enough: plain text over the map, because the
// map itself would need font files. Décor for the eyes: the list says every place in words.

const DEPARTMENTS_FROM = 7;
const INSET_WIDTH = 64; // in a narrower frame a name would hide the island

export class Labels {
  #map; #labels; #layer;

  constructor(map, { insets, departments }) {
    this.#map = map;
    this.#layer = document.createElement('div');
    this.#layer.className = 'map-labels';
    this.#layer.setAttribute('aria-hidden', 'true');
    this.#labels = [
      ...insets.features.map(({ geometry: { coordinates: [[northWest, northEast]] }, properties }) =>
        ({ ...this.#label('map-label map-label--inset', properties.name, northWest, 0), until: northEast })),
      ...departments.features.filter(({ properties }) => properties.at)
        .map(({ properties }) => this.#label('map-label', properties.name, properties.at, DEPARTMENTS_FROM)),
    ];
    map.getCanvasContainer().append(this.#layer);
    map.on('move', () => this.refresh());
    map.on('resize', () => this.refresh());
    this.refresh();
  }

  #label(className, text, at, from) {
    const node = document.createElement('span');
    node.className = className;
    node.textContent = text;
    return { node, at, from };
  }

  refresh() {
    const { clientWidth, clientHeight } = this.#map.getContainer();
    const zoom = this.#map.getZoom();
    for (const { node, at, from, until } of this.#labels) {
      const { x, y } = this.#map.project(at);
      const width = until && this.#map.project(until).x - x;
      const shown = zoom >= from && !(width < INSET_WIDTH) && x > -80 && y > -30 && x < clientWidth + 80 && y < clientHeight + 30;
      if (shown) {
        node.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
        if (until) node.style.width = `${width.toFixed(1)}px`;
        if (!node.isConnected) this.#layer.append(node);
      } else node.remove();
    }
  }
}
