// Visits each address several times, keeps the visit of median performance, and prints its scores and what cost them.
import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';

const RUNS = Number(process.env.MAILLAGE_LIGHTHOUSE_RUNS ?? 3);
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const DEVICES = { phone: undefined, desktop: desktopConfig };
const FLAGS = [
  '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

const percent = (score) => (score === null ? '–' : String(Math.round(score * 100)));

async function visit(url, config) {
  const chrome = await launch({ chromeFlags: FLAGS, logLevel: 'silent' });
  try {
    const { lhr } = await lighthouse(url, { port: chrome.port, logLevel: 'silent', onlyCategories: CATEGORIES }, config);
    if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
    return lhr;
  } finally {
    chrome.kill();
  }
}

function missing(lhr) {
  const weighed = new Map(Object.values(lhr.categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0)).map(({ id }) => [id, lhr.audits[id]]));
  return [...weighed.values()].filter(({ score }) => score !== null && score < 0.995);
}

for (const url of process.argv.slice(2)) {
  for (const [device, config] of Object.entries(DEVICES)) {
    const visits = [];
    for (let run = 0; run < RUNS; run++) visits.push(await visit(url, config));
    visits.sort((one, other) => one.categories.performance.score - other.categories.performance.score);
    const lhr = visits[Math.floor(RUNS / 2)];
    const every = visits.map(({ categories }) => percent(categories.performance.score)).join(' ');
    console.log(`\n${url}, ${device}`);
    console.log(`  ${CATEGORIES.map((id) => `${id} ${percent(lhr.categories[id].score)}`).join(' · ')} (performance of each visit: ${every})`);
    for (const { id, score, title, displayValue } of missing(lhr)) console.log(`  ${percent(score)} ${id}: ${title}${displayValue ? `, ${displayValue}` : ''}`);
  }
}
