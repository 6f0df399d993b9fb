// The list of the page is the only source of the map: each <li data-lon data-lat> is one point.

const HEX_TURN = 2 * Math.PI;

/** Web Mercator in [0, 1], the space of the clusters. */
export function mercator(lon, lat) {
  return [(lon + 180) / 360, 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / HEX_TURN];
}

export function readPoints(list, hiddenKinds) {
  return [...list.querySelectorAll('li[data-lon][data-lat]')].flatMap((item) => {
    const { slug, lon, lat, known, sector, letter, kind } = item.dataset;
    const position = [Number(lon), Number(lat)];
    if (!lon || !lat || position.some(Number.isNaN)) return [];
    item.hidden = hiddenKinds.has(kind);
    if (item.hidden) return [];
    const title = item.querySelector('[data-map-title]') ?? item.querySelector('a') ?? item;
    return [{
      item, slug, position, sector, kind,
      letter: letter ?? '',
      known: known !== 'false',
      title: title.textContent.trim(),
      place: mercator(...position),
    }];
  });
}
