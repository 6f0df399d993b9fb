import { join } from 'node:path';
import { feature } from 'topojson-client';
import { PREPARED, write } from './files.mjs';
import { csv } from './tables.mjs';

const STEPS = 40; // columns of the grid laid over a région
const POINTS = 24;

/**
 * Places, inside each région, where a campus whose seat is unknown may be drawn: the innermost point first, then each
 * time the point farthest from the border and from those already taken. Written in display Mercator.
 */
export function writeAnchors(topology) {
  const shapes = feature(topology, topology.objects.regions).features.map(({ id, geometry }) => [id, ringsOf(geometry)]);
  const drawn = new Set(shapes.map(([id]) => id));
  const frames = feature(topology, topology.objects.insets).features.filter(({ id }) => !drawn.has(id)).map(({ id, geometry }) => [id, ringsOf(geometry)]);
  const rows = [...shapes, ...frames].flatMap(([region, rings]) => spread(rings).map(([x, y], position) => [region, position, x, y]));
  write(join(PREPARED, 'region_anchors.csv'), csv(['region_code', 'position', 'x', 'y'], rows));
}

const ringsOf = ({ type, coordinates }) => (type === 'MultiPolygon' ? coordinates.flat() : coordinates);

function spread(rings) {
  const points = rings.flat();
  const [xs, ys] = [0, 1].map((axis) => points.map((point) => point[axis]));
  const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const step = (east - west) / STEPS;
  const inside = [];
  for (let x = west + step / 2; x < east; x += step) {
    for (let y = north + step / 2; y < south; y += step) {
      if (contains(rings, x, y)) inside.push({ point: [x, y], room: toBorder(rings, x, y) });
    }
  }

  const taken = [];
  while (taken.length < POINTS && inside.length > taken.length) {
    const best = inside.reduce((chosen, candidate) => (candidate.room > chosen.room ? candidate : chosen));
    taken.push(best.point);
    for (const candidate of inside) {
      candidate.room = Math.min(candidate.room, Math.hypot(candidate.point[0] - best.point[0], candidate.point[1] - best.point[1]) / 2);
    }
  }
  return taken;
}

/** Even-odd rule over all rings: islands and holes count alike. */
function contains(rings, x, y) {
  let within = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [[xi, yi], [xj, yj]] = [ring[i], ring[j]];
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) within = !within;
    }
  }
  return within;
}

const toBorder = (rings, x, y) =>
  Math.min(...rings.flatMap((ring) => ring.slice(1).map(([x2, y2], index) => {
    const [x1, y1] = ring[index];
    const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
    const along = length ? Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length)) : 0;
    return Math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1));
  })));
