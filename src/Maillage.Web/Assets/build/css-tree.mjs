// A small reader for plain CSS: enough to drop rules and custom properties that nobody uses.
// A node is { head, rules } for a block of rules, { head, declarations } for a style rule, or { statement }.

const DECLARES = /^(?!@)|^@(font-face|page|property|counter-style)\b/;

export function parse(css) {
  const source = css.replace(/\/\*[\s\S]*?\*\//g, '');
  let at = 0;

  // Reads up to one of the stop characters, stepping over strings, url(...) and parentheses.
  function readUntil(stops) {
    const start = at;
    let depth = 0;
    for (; at < source.length; at++) {
      const c = source[at];
      if (c === '"' || c === "'") {
        for (at++; source[at] !== c && at < source.length; at++) if (source[at] === '\\') at++;
      } else if (c === '\\') at++;
      else if (c === '(') depth++;
      else if (c === ')') depth--;
      else if (depth === 0 && stops.includes(c)) break;
    }
    return source.slice(start, at).trim();
  }

  function readRules() {
    const rules = [];
    while (at < source.length) {
      const head = readUntil('{};');
      const stop = source[at++];
      if (stop === '}' || stop === undefined) break;
      if (stop === ';') {
        if (head && !head.startsWith('@charset')) rules.push({ statement: head });
      } else if (DECLARES.test(head)) rules.push({ head, declarations: readDeclarations() });
      else if (/^@(-\w+-)?keyframes/.test(head)) rules.push({ head, keyframes: readRules() });
      else rules.push({ head, rules: readRules() });
    }
    return rules;
  }

  function readDeclarations() {
    const declarations = [];
    while (at < source.length) {
      const text = readUntil(';}');
      const stop = source[at++];
      const colon = text.indexOf(':');
      if (colon > 0) declarations.push({ name: text.slice(0, colon).trim(), value: text.slice(colon + 1).trim() });
      if (stop !== ';') break;
    }
    return declarations;
  }

  const rules = readRules();
  if (at < source.length) throw new Error(`Unbalanced braces in a stylesheet, before: ${source.slice(at, at + 80)}`);
  return rules;
}

export function print(nodes) {
  return nodes.map((node) => {
    if (node.statement) return `${node.statement};`;
    const inner = node.declarations
      ? node.declarations.map((d) => `${d.name}:${d.value}`).join(';')
      : print(node.rules ?? node.keyframes);
    return inner ? `${node.head}{${inner}}\n` : '';
  }).join('');
}

/** Splits a selector list at its top-level commas. */
export function splitSelectors(head) {
  const parts = [];
  let depth = 0, start = 0;
  for (let i = 0; i < head.length; i++) {
    const c = head[i];
    if (c === '\\') i++;
    else if (c === '(' || c === '[') depth++;
    else if (c === ')' || c === ']') depth--;
    else if (c === ',' && depth === 0) {
      parts.push(head.slice(start, i).trim());
      start = i + 1;
    }
  }
  parts.push(head.slice(start).trim());
  return parts;
}

/** Maps every style rule; the callback returns a rule, or null to drop it. Blocks left empty go away. */
export function mapRules(nodes, change) {
  return nodes.flatMap((node) => {
    if (node.rules) {
      const rules = mapRules(node.rules, change);
      return rules.length ? [{ ...node, rules }] : [];
    }
    if (!node.declarations) return [node];
    const rule = change(node);
    return rule && rule.declarations.length ? [rule] : [];
  });
}
