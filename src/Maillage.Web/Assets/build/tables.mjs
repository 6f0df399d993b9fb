import { join } from 'node:path';
import { PREPARED, readPackage, write } from './files.mjs';

const PACKAGE = '@etalab/decoupage-administratif/data';
const KINDS = { metro: 'metropole', drom: 'overseas', com: 'collectivity' };

const byCode = (a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
const cell = (value) => {
  const text = String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export function csv(header, rows) {
  return [header, ...rows].map((row) => row.map(cell).join(',')).join('\n') + '\n';
}

export const readTerritories = () => ({
  regions: JSON.parse(readPackage(`${PACKAGE}/regions.json`)).sort(byCode),
  departments: JSON.parse(readPackage(`${PACKAGE}/departements.json`)).sort(byCode),
});

export function buildTables({ regions, departments }) {
  const epcis = JSON.parse(readPackage(`${PACKAGE}/epci.json`)).sort(byCode);
  const epciOf = new Map(epcis.flatMap((epci) => epci.membres.map((member) => [member.code, epci.code])));
  const communes = JSON.parse(readPackage(`${PACKAGE}/communes.json`))
    .filter(({ type }) => type === 'commune-actuelle' || type === 'arrondissement-municipal')
    .sort(byCode);

  write(join(PREPARED, 'regions.csv'), csv(['code', 'name', 'kind'],
    regions.map((r) => [r.code, r.nom, KINDS[r.zone]])));
  write(join(PREPARED, 'departments.csv'), csv(['code', 'name', 'region_code', 'kind'],
    departments.map((d) => [d.code, d.nom, d.region, KINDS[d.zone]])));
  // The code of an EPCI is its SIREN.
  write(join(PREPARED, 'epcis.csv'), csv(['code', 'name', 'kind', 'siren'],
    epcis.map((e) => [e.code, e.nom, e.type, e.code])));
  // parent_insee: the commune (Paris, Lyon, Marseille) of a municipal arrondissement, whose EPCI it shares.
  write(join(PREPARED, 'communes.csv'), csv(
    ['insee', 'name', 'department_code', 'region_code', 'epci_code', 'postcodes', 'population', 'parent_insee'],
    communes.map((c) => [
      c.code, c.nom, c.departement, c.region, epciOf.get(c.commune ?? c.code), c.codesPostaux?.join('|'), c.population, c.commune,
    ])));
}
