// Markers that would cover each other become one cluster. Done in screen space at half zoom levels, so that panning
// never changes a cluster and zooming changes it at steady steps.

const SINGLE = 26;
const MANY = 36;
const OVERLAP = 0.8; // markers may touch a little before they join

const width = (group) => (group.points.length > 1 ? MANY : SINGLE);

/** Groups of points at a zoom level: [{ points, x, y }] in Mercator, each at the mean of its points. */
export function groupPoints(points, zoom) {
  const pixels = 512 * 2 ** (Math.floor(zoom * 2) / 2);
  let groups = points.map((point) => ({ points: [point], x: point.place[0], y: point.place[1] }));
  let merged = true;
  while (merged) {
    merged = false;
    const next = [];
    for (const group of groups) {
      const near = next.find((other) =>
        Math.hypot(other.x - group.x, other.y - group.y) * pixels < ((width(other) + width(group)) / 2) * OVERLAP);
      if (!near) {
        next.push(group);
        continue;
      }
      const total = near.points.length + group.points.length;
      near.x = (near.x * near.points.length + group.x * group.points.length) / total;
      near.y = (near.y * near.points.length + group.y * group.points.length) / total;
      near.points.push(...group.points);
      merged = true;
    }
    groups = next;
  }
  return groups;
}

export const samePlace = (points) => points.every(({ place: [x, y] }) => x === points[0].place[0] && y === points[0].place[1]);
