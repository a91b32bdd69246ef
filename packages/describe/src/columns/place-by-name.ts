import type { WrittenMapping } from '@samenbeeld/ingest';
import { type Language, ownValue, places } from '@samenbeeld/schema';
import { saysTotal } from '../totals/total-words.ts';
import { wholes } from './place-by-shape.ts';
import { departementOf } from './place-shapes.ts';
import type { CodeWriting } from './write-codes.ts';

/** What StatLine writes behind a place to say which kind of area it is. */
export const statLine: RegExp = / \((?:PV|RE|CR|LD|gemeente|provincie)\)$/;

/** Kinds of area that StatLine names behind a place, and the kind in our code. */
const kinds: readonly (readonly [suffix: string, kind: string])[] = [
  ['RE', 'RE'],
  ['gemeente', 'GM'],
  ['CR', 'CR'],
  ['LD', 'LD'],
];

/** Places as StatLine names them: police regions, provinces and municipalities in one column. */
export function byStatLine(labels: readonly string[], language: Language): CodeWriting {
  const rules: NonNullable<WrittenMapping['rules']>[number][] = [];
  const used = new Set<string>();
  for (const label of labels) {
    const bare = label.replace(statLine, '');
    const province = / \((?:PV|provincie)\)$/.test(label);
    const match = places.lookup(bare, language);
    const entries =
      match.kind === 'exact' ? [match.entry] : match.kind === 'ambiguous' ? match.entries : [];
    const [only, ...more] = entries.filter(
      (place) =>
        (province &&
          place.kind === 'region' &&
          place.country === 'NL' &&
          /^NL\d\d$/.test(place.code)) ||
        (place.code === 'NL' && bare === label),
    );
    if (only && more.length === 0) {
      rules.push({ is: label, to: only.code });
      used.add(label);
    }
  }
  const special: Readonly<Record<string, string>> = {
    Buitenland: 'NL.ABROAD.Buitenland',
    'Gemeenten; niet in te delen': 'NL.GM.Niet in te delen',
    'Niet in te delen': 'NL.GM.Niet in te delen',
  };
  for (const label of labels) {
    const to = ownValue(special, label);
    if (to === undefined || used.has(label)) continue;
    rules.push({ is: label, to });
    used.add(label);
  }
  for (const [suffix, kind] of kinds)
    if (labels.some((label) => label.endsWith(` (${suffix})`))) {
      // A code of a place has no blanks around its dash.
      const spaced =
        kind === 'RE' ? labels.filter((label) => label.endsWith(' (RE)') && / - /.test(label)) : [];
      for (const label of spaced)
        rules.push({
          is: label,
          to: `NL.RE.${label.replace(/ \(RE\)$/, '').replaceAll(' - ', '-')}`,
        });
      rules.push({ match: `^(.+) \\(${suffix}\\)$`, to: `NL.${kind}.$1` });
    }
  const plain = labels.filter(
    (label) => !used.has(label) && !statLine.test(label) && !saysTotal(label),
  );
  const decide: string[] = [];
  if (plain.length > 0) {
    const totals = labels.filter((label) => !used.has(label) && saysTotal(label));
    rules.push({
      match: "^([\\p{L}'’., ()-]+)$",
      ...(totals.length > 0 && { not: totals }),
      to: 'NL.GM.$1',
    });
    if (plain.length < 20)
      decide.push(
        `Are ${plain
          .slice(0, 5)
          .map((label) => `"${label}"`)
          .join(', ')} municipalities?`,
      );
  }
  return {
    written: { to: 'place', rules },
    crosswalks: [],
    decide,
    found: labels.length,
    all: labels.length,
  };
}

/** Places by the names of French départements. */
export function byDepartement(
  labels: readonly string[],
  language: Language,
  file: string,
): CodeWriting {
  const rows = labels.map((label) => {
    const code = departementOf(label);
    const match = places.lookup(label, language);
    const to = code
      ? `FR.DEP.${code}`
      : (ownValue(wholes, label) ?? (match.kind === 'exact' ? match.entry.code : null));
    const decide = to === null;
    return {
      from: label,
      to,
      match: to === null ? ('none' as const) : ('exact' as const),
      note: decide ? 'no département of that name' : null,
      confidence: to === null ? 0.3 : 0.97,
      decide,
    };
  });
  const open = rows.filter(({ decide }) => decide);
  return {
    written: { to: 'place', crosswalk: file },
    crosswalks: [{ file, list: 'places', rows }],
    decide:
      open.length > 0
        ? [
            `Which places are ${open
              .slice(0, 5)
              .map(({ from }) => `"${from}"`)
              .join(', ')}?`,
          ]
        : [],
    found: rows.length - open.length,
    all: rows.length,
  };
}
