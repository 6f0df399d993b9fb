import { Map as MapLibre, setWorkerUrl } from './maplibre/maplibre-gl.mjs';
import { feature, mesh } from 'topojson-client';
import { Labels } from './labels.js';
import { Markers } from './markers.js';
import { Popup } from './popup.js';
import { readPoints } from './points.js';
import { samePlace } from './clusters.js';

setWorkerUrl(new URL('./maplibre/maplibre-gl-worker.mjs', import.meta.url).href);

const MAX_ZOOM = 10; // the contours have no more detail than that
const FRANCE = { padding: 3 }; // as the server's drawing, which the map replaces without a jump
const MARKERS = { padding: 48, maxZoom: MAX_ZOOM - 2 };

/** Turns a server-rendered map into an interactive one. Rejects, and leaves the page as it was, if that cannot be done. */
export async function startMap(container) {
  const live = document.createElement('div');
  live.className = 'map__live';
  container.append(live);
  let map;
  try {
    const [contours] = await Promise.all([readContours(container.dataset.contours), loadStylesheet()]);
    const topology = withoutFarInsets(contours, container);
    map = await drawMap(live, container, topology);
    connect(map, container, topology);
    container.setAttribute('data-map-ready', '');
  } catch (error) {
    map?.remove();
    live.remove();
    throw error;
  }
}

async function readContours(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
}

function loadStylesheet() {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = new URL('./maplibre/maplibre-gl.css', import.meta.url).href;
    link.onload = resolve;
    link.onerror = () => reject(new Error(`${link.href} cannot be read`));
    document.head.append(link);
  });
}

/** The texts of the page's language, given by the server. */
function textsOf({ label, textMarkers, textCluster, textZoomIn, textZoomOut, textReset, textClose, textTwoFingers }) {
  return {
    label: label ?? '', markers: textMarkers ?? label ?? '', cluster: textCluster ?? '{0}', zoomIn: textZoomIn ?? '+', zoomOut: textZoomOut ?? '−',
    reset: textReset, close: textClose ?? '×', twoFingers: textTwoFingers ?? '',
  };
}

function drawMap(live, container, topology) {
  const texts = textsOf(container.dataset);
  const { departments, regions, insets } = topology.objects;
  const region = ({ properties }) => properties.region;
  const [west, south, east, north] = topology.bbox;
  const view = viewOf(container, topology);
  const map = new MapLibre({
    container: live,
    style: {
      version: 8,
      sources: {
        land: { type: 'geojson', data: feature(topology, regions), tolerance: 0.2 },
        departments: { type: 'geojson', data: mesh(topology, departments, (a, b) => a !== b && region(a) === region(b)), tolerance: 0.2 },
        regions: { type: 'geojson', data: mesh(topology, regions), tolerance: 0.2 },
        insets: { type: 'geojson', data: mesh(topology, insets), tolerance: 0.2 },
      },
      layers: [
        { id: 'land', type: 'fill', source: 'land', paint: { 'fill-antialias': false } },
        { id: 'departments', type: 'line', source: 'departments', paint: { 'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.6, 9, 1.4] } },
        { id: 'regions', type: 'line', source: 'regions', layout: { 'line-join': 'round' }, paint: { 'line-width': ['interpolate', ['linear'], ['zoom'], 4, 1, 9, 2.4] } },
        { id: 'insets', type: 'line', source: 'insets', paint: { 'line-width': 1 } },
      ],
    },
    bounds: view.bounds,
    fitBoundsOptions: view.options,
    maxZoom: MAX_ZOOM,
    renderWorldCopies: false,
    attributionControl: false, // the sources of the contours are named in the page, in words
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    cooperativeGestures: true, // one finger and the wheel scroll the page
    fadeDuration: 0,
    transformConstrain: (lngLat, zoom) => {
      lngLat.lng = Math.min(Math.max(lngLat.lng, west), east);
      lngLat.lat = Math.min(Math.max(lngLat.lat, south), north);
      return { center: lngLat, zoom: Math.max(zoom, 2) };
    },
    locale: {
      'Map.Title': texts.label,
      'CooperativeGesturesHandler.MobileHelpText': texts.twoFingers,
      'CooperativeGesturesHandler.WindowsHelpText': '',
      'CooperativeGesturesHandler.MacHelpText': '',
    },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();

  const paint = () => {
    const style = getComputedStyle(container);
    const colour = (name) => style.getPropertyValue(name).trim();
    map.setPaintProperty('land', 'fill-color', colour('--map-land'));
    map.setPaintProperty('departments', 'line-color', colour('--map-department'));
    map.setPaintProperty('regions', 'line-color', colour('--map-region'));
    map.setPaintProperty('insets', 'line-color', colour('--map-frame'));
  };
  return new Promise((resolve, reject) => {
    map.once('error', ({ error }) => reject(error));
    map.once('style.load', () => {
      paint();
      new MutationObserver(paint).observe(document.documentElement, { attributes: true, attributeFilter: ['data-fr-theme'] });
      matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint);
    });
    map.once('load', () => resolve(map));
  });
}

/** What the map shows first: all of France, or the markers where the page asks for it. */
function viewOf(container, topology) {
  const points = container.dataset.fit === 'markers' ? readPoints(listOf(container), new Set()) : [];
  return points.length ? { bounds: boundsOf(points), options: MARKERS } : { bounds: topology.bbox, options: FRANCE };
}

/** A map of one place drops the insets that have no marker of it: overseas frames have no meaning next to a town. */
function withoutFarInsets(topology, container) {
  if (container.dataset.fit !== 'markers') return topology;
  const { departments, regions, insets } = topology.objects;
  const points = readPoints(listOf(container), new Set());
  const far = new Set(insets.geometries.filter((inset) => {
    const [[west, north], , [east, south]] = feature(topology, inset).geometry.coordinates[0];
    return !points.some(({ position: [lon, lat] }) => lon >= west && lon <= east && lat >= south && lat <= north);
  }).map(({ id }) => id));
  const keep = (collection, code) => ({ ...collection, geometries: collection.geometries.filter((geometry) => !far.has(code(geometry))) });
  const id = (geometry) => geometry.id;
  return {
    ...topology,
    objects: { departments: keep(departments, ({ properties }) => properties.region), regions: keep(regions, id), insets: keep(insets, id) },
  };
}

function boundsOf(points) {
  const lons = points.map(({ position }) => position[0]);
  const lats = points.map(({ position }) => position[1]);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

const scopeOf = (container) => container.closest('[data-map-scope]') ?? document;
const listOf = (container) => scopeOf(container).querySelector('[data-map-list]');

function connect(map, container, topology) {
  const texts = textsOf(container.dataset);
  const scope = scopeOf(container);
  const list = listOf(container);
  const layers = [...scope.querySelectorAll('input[data-map-layer]')];
  let points = [];
  const pointOf = (target) => {
    const item = target.closest?.('li[data-lon]');
    return item && points.find((point) => point.item === item);
  };

  new Labels(map, {
    insets: feature(topology, topology.objects.insets),
    departments: feature(topology, topology.objects.departments),
  });

  const markItems = (pointed) => {
    for (const { item } of points) item.removeAttribute('data-active');
    for (const { item } of pointed) item.setAttribute('data-active', '');
    if (pointed.length === 1) revealInList(pointed[0].item);
  };
  const popup = new Popup(map, texts, {
    onClose: () => {
      markItems([]);
      markers.highlight(undefined);
    },
  });
  const markers = new Markers(map, texts, {
    point: (pointed) => {
      if (!popup.isOpen) markItems(pointed);
    },
    regroup: () => popup.close({ returnFocus: false }),
    open: (group) => {
      const camera = group.points.length > 1 && !samePlace(group.points) && map.getZoom() < MAX_ZOOM - 0.25
        && map.cameraForBounds(boundsOf(group.points), { padding: 60, maxZoom: MAX_ZOOM });
      if (camera && camera.zoom > map.getZoom() + 0.25) {
        popup.close({ returnFocus: false });
        map.easeTo({ center: camera.center, zoom: camera.zoom });
        return;
      }
      const { at } = markers.entryOf(group.points[0]);
      popup.open(group, at, () => markers.focus(group.points[0]));
      markItems(group.points);
      markers.highlight(group.points[0]);
    },
  });

  const show = () => {
    points = readPoints(list, new Set(layers.filter(({ checked }) => !checked).map(({ dataset }) => dataset.mapLayer)));
    markers.set(points);
  };
  show();
  for (const input of layers) input.addEventListener('change', show);
  new MutationObserver(show).observe(list, { childList: true }); // the page may replace the items after a new search

  for (const type of ['pointerover', 'focusin']) list.addEventListener(type, ({ target }) => markers.highlight(pointOf(target)));
  for (const type of ['pointerleave', 'focusout']) list.addEventListener(type, () => markers.highlight(undefined));
  map.on('click', ({ originalEvent }) => {
    if (!originalEvent.target.closest('.map-pin')) popup.close({ returnFocus: false });
  });

  addButtons(map, texts, container, topology);
}

/** Scrolls a list that has its own scroll bar; never the page, which would run away under the pointer. */
function revealInList(item) {
  let box = item.parentElement;
  while (box && !(box.scrollHeight > box.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(box).overflowY))) box = box.parentElement;
  if (!box || box === document.documentElement || box === document.body) return;
  const inner = item.getBoundingClientRect();
  const outer = box.getBoundingClientRect();
  const above = inner.top - outer.top;
  const below = inner.bottom - outer.bottom;
  if (above < 0) box.scrollTop += above;
  else if (below > 0) box.scrollTop += below;
}

function addButtons(map, texts, container, topology) {
  const bar = document.createElement('div');
  bar.className = 'map-buttons';
  const add = (className, text, act) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = `map-button ${className}`;
    button.setAttribute('aria-label', text);
    button.title = text;
    button.addEventListener('click', act);
    bar.append(button);
    return button;
  };
  const home = (options) => {
    const view = viewOf(container, topology);
    map.fitBounds(view.bounds, { ...view.options, ...options });
  };
  const zoomIn = add('map-button--in', texts.zoomIn, () => map.zoomIn());
  const zoomOut = add('map-button--out', texts.zoomOut, () => map.zoomOut());
  if (texts.reset) add('map-button--reset', texts.reset, () => home());
  map.getContainer().append(bar);

  // aria-disabled and not disabled: the focus must not vanish under the finger.
  map.setMinZoom(map.cameraForBounds(topology.bbox, FRANCE).zoom - 0.25);
  const refresh = () => {
    zoomIn.setAttribute('aria-disabled', String(map.getZoom() >= MAX_ZOOM));
    zoomOut.setAttribute('aria-disabled', String(map.getZoom() <= map.getMinZoom()));
  };
  map.on('zoomend', refresh);
  refresh();

  // Until the reader moves the map, it keeps showing the whole of its subject when its size changes.
  let moved = false;
  map.on('movestart', ({ originalEvent }) => { moved ||= Boolean(originalEvent); });
  bar.addEventListener('click', () => { moved = true; });
  map.on('resize', () => {
    if (!moved) home({ animate: false });
  });
}
