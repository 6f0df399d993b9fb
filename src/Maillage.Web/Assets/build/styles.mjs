import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { transform } from 'esbuild';
import { parse, print, mapRules, splitSelectors } from './css-tree.mjs';
import { ASSETS, BuildError, WWWROOT, copyAll, packagePath, readInput, readPackage, write } from './files.mjs';

const DSFR = '@gouvfr/dsfr/dist';

// Same order as in dsfr.css: later components override earlier ones.
const COMPONENTS = [
  'upload', 'button', 'breadcrumb', 'form', 'stepper', 'link', 'sidemenu', 'callout', 'pagination', 'summary', 'tag',
  'alert', 'notice', 'badge', 'radio', 'card', 'checkbox', 'input', 'skiplink', 'select', 'navigation',
  'footer', 'tile', 'search', 'table', 'header',
];

// Icon classes offered to pages as `fr-icon-<name>`; those that a component shows by itself come along on their own.
const ICONS = {
  arrows: ['arrow-left-line', 'arrow-right-line', 'arrow-up-line', 'arrow-down-line', 'arrow-right-s-line', 'arrow-down-s-line'],
  business: ['calendar-line', 'mail-line', 'printer-line', 'award-line'],
  buildings: ['building-line', 'school-line'],
  design: ['edit-line'],
  document: ['file-text-line'],
  map: ['map-pin-2-line', 'road-map-line'],
  system: [
    'search-line', 'external-link-line', 'download-line', 'upload-line', 'check-line', 'close-line', 'menu-fill', 'add-line',
    'delete-bin-line', 'filter-line', 'question-line', 'time-line', 'alert-line', 'information-line', 'lock-line', 'eye-line',
    'refresh-line', 'logout-box-r-line', 'fr--info-fill', 'fr--success-fill', 'fr--warning-fill', 'fr--error-fill', 'fr--theme-fill',
  ],
  editor: ['translate-2'],
  user: ['account-circle-line', 'user-line', 'team-line'],
};

const FONTS = { 400: 'Regular', 500: 'Medium', 700: 'Bold' };

// Arial given the widths of Marianne (measured on a French sentence), so that lines do not move when the font arrives.
const FALLBACK_FONTS = `
@font-face {
  font-family: "Marianne fallback"; font-weight: 400 500; src: local("Arial"), local("Liberation Sans");
  size-adjust: 107.8%; ascent-override: 102%; descent-override: 37.1%; line-gap-override: 0%;
}
@font-face {
  font-family: "Marianne fallback"; font-weight: 700; src: local("Arial Bold"), local("Arial-BoldMT"), local("Liberation Sans Bold");
  size-adjust: 100.7%; ascent-override: 109.2%; descent-override: 39.7%; line-gap-override: 0%;
}`;

// What no page of ours can show: decorative accents, widgets driven by the DSFR's own scripts, rare layout helpers.
const UNUSED = new RegExp([
  'green-(tilleul-verveine|bourgeon|emeraude|menthe|archipel)', 'blue-(ecume|cumulus)', 'purple-glycine', 'pink-(macaron|tuile)',
  'yellow-(tournesol|moutarde)', 'orange-terre-battue', 'brown-(cafe-creme|caramel|opera)', 'beige-gris-galet',
  '\\.fr-[mp][trblxy]?-first-', '\\.fr-m[trblxy]?(-md)?-n\\d', '\\.fr-col-offset', '\\.fr-artwork', '\\.fr-fi-', '\\.fr-ratio',
  '\\.fr-responsive-vid', '\\.fr-display--', '\\.fr-hr-or', '\\.fr-placement', '\\.fr-accordion', '\\.fr-modal', '\\.fr-logo',
  '\\.fr-connect', '\\.fr-toggle', '\\.fr-range', '\\.fr-password', '\\.fr-segmented', '\\.fr-share', '\\.fr-follow', '\\.fr-quote',
  '\\.fr-tooltip', '\\.fr-consent', '\\.fr-transcription', '\\.fr-tabs', '\\.fr-tab__', '\\.fr-mega-menu', '\\.fr-footer__partners', '\\.fr-radio-rich', '\\.fr-notice--(weather|attack|witness|cyberattack)', '\\.fr-btn--fullscreen',
  'data-fr-scrolling', '-moz-document', '\\[data-fr-js-(?!navigation)',
].join('|'));

const NOTICE = '/*! Contains parts of the DSFR 1.15.3, SPDX-License-Identifier: Etalab-2.0, use restricted to French State services */\n';

const DARK = /:root\[data-fr-theme="?dark"?\]/g;

export async function buildStyles() {
  const own = readdirSync(join(ASSETS, 'css')).filter((name) => name.endsWith('.css')).sort();
  if (!own.includes('base.css')) throw new BuildError('Missing input src/Maillage.Web/Assets/css/base.css.');

  const sheets = [
    `${DSFR}/core/core.main.css`,
    `${DSFR}/scheme/scheme.css`,
    ...COMPONENTS.map((name) => `${DSFR}/component/${name}/${name}.main.css`),
    ...Object.keys(ICONS).map((family) => `${DSFR}/utility/icons/icons-${family}/icons-${family}.main.css`),
    `${DSFR}/core/core.print.css`,
    ...COMPONENTS.map((name) => `${DSFR}/component/${name}/${name}.print.css`),
  ];
  const icons = new Map();
  let tree = sheets.flatMap((path) => absoluteUrls(trim(parse(readPackage(path))), path, icons));
  tree = [...fontFaces(), ...tree, ...own.flatMap((name) => parse(readInput(`css/${name}`)))];
  tree = keepUsedProperties(followSystemTheme(tree), namesKeptFor(own));

  for (const [, name] of print(tree).matchAll(/url\(icons\/([\w-]+\.svg)\)/g)) if (!icons.has(name)) icons.set(name, findIcon(name));
  const css = NOTICE + await minify(print(tree));
  checkUrls(css, icons);
  write(join(WWWROOT, 'maillage.css'), css);
  write(join(WWWROOT, 'neutral.css'), await minify(print(followSystemTheme(parse(readInput('neutral/neutral.css'))))));
  copyAll('fonts', Object.values(FONTS).map((name) => [`marianne-${name.toLowerCase()}.woff2`, packagePath(`${DSFR}/fonts/Marianne-${name}.woff2`)]));
  // Only the icons that a rule still names after everything else has been dropped.
  copyAll('icons', [...icons].filter(([name]) => css.includes(`icons/${name}`)));
}

function findIcon(name) {
  const root = packagePath(`${DSFR}/icons`);
  const family = readdirSync(root).find((folder) => existsSync(join(root, folder, name)));
  if (!family) throw new BuildError(`A stylesheet of css/ names icons/${name}, which the DSFR does not have.`);
  return join(root, family, name);
}

/** Drops the selectors that our pages cannot match, and the icons that are not in the list. */
function trim(nodes) {
  const wanted = new Set(Object.values(ICONS).flat().map((name) => name.replace(/^fr--/, '')));
  return mapRules(nodes, (rule) => {
    if (rule.head.startsWith('@')) return null; // the DSFR's own @font-face: ours are fewer
    const selectors = splitSelectors(rule.head).filter((selector) => {
      if (UNUSED.test(selector)) return false;
      const icon = /^\.fr-icon-([a-z][\w-]*?)::?(before|after)$/.exec(selector);
      return !icon || wanted.has(icon[1].replace(/^fr--/, ''));
    });
    return selectors.length ? { ...rule, head: selectors.join(','), declarations: rule.declarations.map(ourFont) } : null;
  });
}

/** One variable for the typeface, so that the neutral theme can change it everywhere at once. */
const ourFont = (declaration) => declaration.name === 'font-family' && /^["']?Marianne/.test(declaration.value)
  ? { ...declaration, value: 'var(--font-text)' } : declaration;

const fontFaces = () => parse(Object.entries(FONTS).map(([weight, name]) => `@font-face {
  font-family: Marianne; font-style: normal; font-weight: ${weight}; font-display: swap;
  src: url(fonts/marianne-${name.toLowerCase()}.woff2) format("woff2");
}`).join('') + FALLBACK_FONTS);

/** Points icon addresses at our flat icons folder and remembers where each one comes from; our own sheets may name any of them. */
function absoluteUrls(nodes, sheet, icons) {
  return mapRules(nodes, (rule) => ({
    ...rule,
    declarations: rule.declarations.map((declaration) => ({
      ...declaration,
      value: declaration.value.replace(/url\(["']?([^"')]+\.svg)["']?\)/g, (_, path) => {
        icons.set(basename(path), packagePath(join(sheet, '..', path)));
        return `url(icons/${basename(path)})`;
      }),
    })),
  }));
}

/** The DSFR's dark theme waits for a script; without one, the same rules follow the reader's system. Paper stays white. */
function followSystemTheme(nodes) {
  return nodes.flatMap((node) => {
    if (node.rules) return [{ ...node, rules: followSystemTheme(node.rules) }];
    if (!node.declarations) return [node];
    const selectors = splitSelectors(node.head);
    const dark = selectors.filter((selector) => selector.match(DARK));
    if (!dark.length) return [node];
    const other = selectors.filter((selector) => !dark.includes(selector));
    const system = dark.map((selector) => selector.replace(DARK, ':root:not([data-fr-theme])'));
    return [
      ...(other.length ? [{ ...node, head: other.join(',') }] : []),
      { head: '@media screen', rules: [{ ...node, head: dark.join(',') }] },
      { head: '@media screen and (prefers-color-scheme:dark)', rules: [{ ...node, head: system.join(',') }] },
    ];
  });
}

/** Custom properties that our own stylesheets define or our scripts read stay, whatever else uses them. */
function namesKeptFor(own) {
  const names = new Set();
  for (const name of own) for (const [, property] of readInput(`css/${name}`).matchAll(/(--[\w-]+)\s*:/g)) names.add(property);
  for (const name of readdirSync(join(ASSETS, 'src'), { recursive: true }).filter((path) => path.endsWith('.js'))) {
    for (const [property] of readInput(`src/${name}`).matchAll(/--[a-z][\w-]+/g)) names.add(property);
  }
  return names;
}

function keepUsedProperties(nodes, kept) {
  const uses = new Map(); // custom property -> the properties its values need
  const used = new Set(kept);
  const references = (value) => [...value.matchAll(/var\(\s*(--[\w-]+)/g)].map((match) => match[1]);
  const everyRule = (list, visit) => list.forEach((node) => {
    if (node.declarations) visit(node);
    else everyRule(node.rules ?? node.keyframes ?? [], visit);
  });
  everyRule(nodes, (rule) => rule.declarations.forEach(({ name, value }) => {
    if (name.startsWith('--')) uses.set(name, [...(uses.get(name) ?? []), ...references(value)]);
    else references(value).forEach((property) => used.add(property));
  }));
  for (const property of used) (uses.get(property) ?? []).forEach((next) => used.add(next)); // a Set visits what is added meanwhile
  return mapRules(nodes, (rule) => ({ ...rule, declarations: rule.declarations.filter(({ name }) => !name.startsWith('--') || used.has(name)) }));
}

function checkUrls(css, icons) {
  const shipped = new Set([...icons.keys()].map((name) => `icons/${name}`).concat(Object.values(FONTS).map((name) => `fonts/marianne-${name.toLowerCase()}.woff2`)));
  for (const [, url] of css.matchAll(/url\(["']?([^"')]+)["']?\)/g)) {
    if (!url.startsWith('data:') && !shipped.has(url)) throw new BuildError(`maillage.css names ${url}, which is not shipped.`);
  }
}

export async function minify(css) {
  const { code, warnings } = await transform(css, { loader: 'css', minify: true, charset: 'utf8', legalComments: 'none' });
  for (const { text, location } of warnings) throw new BuildError(`The stylesheet is not valid: ${text} (near "${location?.lineText.trim().slice(0, 80)}").`);
  return code;
}
