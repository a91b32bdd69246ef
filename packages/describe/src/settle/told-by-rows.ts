import { headingsOf, isCode } from '@samenbeeld/ingest';
import type { ReadTable } from '@samenbeeld/read';
import { agencies, countries, inFour, type Language, places, quoted } from '@samenbeeld/schema';
import {
  type ColumnGuess,
  type ConstantGuess,
  type Look,
  reading,
  type TableRecord,
} from '../column.ts';
import { questions } from '../columns/write-codes.ts';
import { codesOf, labelsUnder, mappingsOf } from '../mapped-codes.ts';
import { clauses, quotedAll } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import { isFigureField } from '../written.ts';
import { ownName } from './told-apart.ts';

function countryOf(code: string | null | undefined): string | null {
  const country = code?.slice(0, 2) ?? '';
  return countries.has(country) ? country : null;
}

/**
 * Where a file of seizures has places in several countries and does not say who seized, the country of the place is
 * proposed as the one that seized, and asked.
 */
export function seizedByCountryOfPlace(table: ReadTable, language: Language): Look {
  return (columns) => {
    const filled = columns.some((column) =>
      mappingsOf(column).some(({ to }) => to === 'seizingCountry'),
    );
    const place = columns.find(({ kind, to }) => kind === 'column' && to === 'place');
    const labels = filled || !place ? null : labelsUnder(table, place.headings[0]);
    if (!place || !labels || labels.length > thresholds.listedPlaces) return () => null;
    const codes: Record<string, string> = Object.create(null);
    for (const [label, code] of codesOf(labels, place, 'seizure', language)) {
      const country = countryOf(code);
      if (country !== null) codes[label] = country;
    }
    if (new Set(Object.values(codes)).size < 2) return () => null;
    return (column) =>
      column === place
        ? {
            entry: 'finding',
            reason: inFour(
              'de plaatsen liggen in verschillende landen, en geen kolom zegt wie in beslag nam',
              'les lieux sont dans plusieurs pays, et aucune colonne ne dit qui a saisi',
              'die Orte liegen in mehreren Ländern, und keine Spalte sagt, wer sichergestellt hat',
              'the places lie in several countries, and no column says who seized',
            ),
            written: [...mappingsOf(place), { to: 'seizingCountry', codes }],
            decide: [
              inFour(
                'heeft het land van de plaats in beslag genomen? Geen kolom zegt wie het deed',
                'le pays du lieu a-t-il saisi ? Aucune colonne ne dit qui l’a fait',
                'hat das Land des Ortes sichergestellt? Keine Spalte sagt, wer es war',
                'did the country of the place seize? No column says who did',
              ),
            ],
          }
        : null;
  };
}

/**
 * The country that seized, where the services of all rows are of that one, a place of a list or what stands around the table is of it
 * too, and no place lies elsewhere: a service seizes in its own country. Null where any of this is doubtful.
 */
export function seizedByServices(
  { constants, language }: TableRecord,
  columns: readonly ColumnGuess[],
  table: ReadTable,
): ConstantGuess | null {
  const pointed = constants['seizingCountry'];
  const codesUnder = (field: string): ReadonlyMap<string, string | null | undefined> | null => {
    const column = columns.find(({ kind, to }) => kind === 'column' && to === field);
    const labels = labelsUnder(table, column?.headings[0]);
    return column && labels ? codesOf(labels, column, 'seizure', language.value) : null;
  };
  const services = codesUnder('agencies');
  const known = [...(services?.keys() ?? [])].filter(
    (label) => agencies.lookup(label, language.value).kind === 'exact',
  );
  const lands = [...(services?.values() ?? [])].map((code) =>
    code && agencies.has(code) ? agencies.get(code).country : null,
  );
  const isOwn = lands.every((land) => land !== null && land === pointed?.value);
  const sites = [...(codesUnder('place')?.values() ?? [])].filter((code) => code);
  const isElsewhere = sites.some((code) => countryOf(code) !== pointed?.value);
  const isPlaced =
    (pointed?.confidence ?? 0) >= 0.7 || sites.some((code) => code && places.has(code));
  return pointed && known.length > 0 && isOwn && isPlaced && !isElsewhere
    ? {
        ...pointed,
        confidence: 0.88,
        reason: inFour(
          '{services} {n:is een dienst|zijn diensten} van dit land, en geen plaats ligt elders',
          '{services} {n:est un service|sont des services} de ce pays, et aucun lieu n’est ailleurs',
          '{services} {n:ist eine Dienststelle|sind Dienststellen} dieses Landes, und kein Ort liegt anderswo',
          '{services} {n:is a service|are services} of this country, and no place lies elsewhere',
          { services: quotedAll(known, 3), n: known.length },
        ),
      }
    : null;
}

/**
 * A country beside finer places that alone tell its rows apart: the figures are those of the finer places, each under its country. Asked
 * all the same, since a list of theirs may be at hand.
 */
export function placesOfRows(table: ReadTable): Look {
  return (columns) => {
    const place = columns.find(({ to, kind }) => to === 'place' && kind === 'column');
    const finer = columns.find(({ to, kind }) => to === 'placeNote' && kind === 'column');
    const at = new Map([...headingsOf(table)].map(([{ index }, name]) => [name, index]));
    const [wide, fine] = [place, finer].map((one) => at.get(one?.headings[0] ?? '') ?? -1);
    if (!place || !finer || wide === undefined || fine === undefined || fine < 0) return () => null;
    const others = columns.flatMap(({ kind, to, headings: [name = ''] }) =>
      kind === 'column' && to !== null && !isFigureField(to) && to !== 'placeNote'
        ? (at.get(name) ?? [])
        : [],
    );
    const keys = (indexes: readonly number[]): number =>
      new Set(
        table.rows.map(({ cells }) => indexes.map((each) => cells[each] ?? '').join('\u0000')),
      ).size;
    const without = keys(others);
    if (keys([...others, fine]) < table.rows.length || without * 2 > table.rows.length)
      return () => null;
    const kind = [...at.keys()].some((name) => /(?<!\p{L})sites?(?!\p{L})/iu.test(name))
      ? 'SITE'
      : 'PLACE';
    const codes: Record<string, string> = Object.create(null);
    for (const { cells } of table.rows) {
      const label = cells[fine]?.trim() ?? '';
      const country = countryOf(cells[wide]?.trim());
      const name = label.replace(/[()]/gu, '').replace(/\s+/gu, ' ').trim();
      if (country === null || !ownName.test(name)) return () => null;
      codes[label] = `${country}.${kind}.${name}`;
    }
    if (Object.keys(codes).length > thresholds.listedPlaces) return () => null;
    const [heading, whole] = [finer.headings[0] ?? '', place.headings[0] ?? ''];
    return (column) => {
      if (column === place)
        return reading({
          ...place,
          to: null,
          written: {
            ignore: inFour(
              'het land van {heading}',
              'le pays de {heading}',
              'das Land von {heading}',
              'the country of {heading}',
              { heading: quoted(heading) },
            ),
          },
          confidence: 0.85,
          reason: inFour(
            '{heading} is fijner, en alleen dat onderscheidt de rijen',
            '{heading} est plus précis, et seul distingue ses lignes',
            '{heading} ist genauer und unterscheidet allein die Zeilen',
            '{heading} is finer, and alone tells its rows apart',
            { heading: quoted(heading) },
          ),
          decide: [],
        });
      return column === finer
        ? reading({
            ...finer,
            to: 'place',
            written: { to: 'place', codes },
            confidence: thresholds.asked,
            reason: inFour(
              'alleen dit onderscheidt de rijen van één {whole}; elk blijft onder zijn land',
              'seul distingue les lignes d’un même {whole} ; chacun est gardé sous son pays',
              'unterscheidet allein die Zeilen von einem {whole}; jeder bleibt unter seinem Land',
              'alone tells the rows of one {whole} apart; each is kept under its country',
              { whole: quoted(whole) },
            ),
            decide: [
              inFour(
                'Zijn de cijfers die van {heading}, een deel van {whole}? Zonder dat worden {rows} rijen er {without}; is er een lijst met codes, gebruik dan die.',
                'Les chiffres sont-ils ceux de {heading}, une partie de {whole} ? Sans lui, {rows} lignes n’en font que {without} ; si une liste de codes existe, prenez-la.',
                'Sind die Zahlen die von {heading}, einem Teil von {whole}? Ohne das werden aus {rows} Zeilen {without}; gibt es eine Liste von Codes, diese verwenden.',
                'Are the figures those of {heading}, a part of {whole}? Without it {rows} rows are {without}; where a list of codes is at hand, use those.',
                {
                  heading: quoted(heading),
                  whole: quoted(whole),
                  rows: table.rows.length,
                  without,
                },
              ),
            ],
          })
        : null;
    };
  };
}

/**
 * Places whose codes stand beside them: labels that no list is sure of mean what is written there, where each has one code only and
 * most of what is proposed for the others agrees.
 */
export function placesByCodes(table: ReadTable): Look {
  return (columns) => {
    const place = columns.find(({ to, kind }) => to === 'place' && kind === 'column');
    const [crosswalk, ...others] = place?.crosswalks ?? [];
    const at = new Map([...headingsOf(table)].map(([{ index }, name]) => [name, index]));
    const own = at.get(place?.headings[0] ?? '');
    const isOpen = crosswalk?.rows.some(({ decide }) => decide);
    if (!place || !crosswalk || !isOpen || others.length > 0 || own === undefined)
      return () => null;
    const codesIn = (index: number): ReadonlyMap<string, ReadonlySet<string>> => {
      const codes = new Map<string, Set<string>>();
      for (const { cells } of table.rows) {
        const [label = '', code = ''] = [cells[own]?.trim(), cells[index]?.trim()];
        if (code !== '') codes.set(label, (codes.get(label) ?? new Set()).add(code));
      }
      return codes;
    };
    const agreed = (
      { from, to }: (typeof crosswalk.rows)[number],
      codes: ReturnType<typeof codesIn>,
    ) => to !== null && codes.get(from)?.has(to) === true;
    const beside = columns.flatMap(({ kind, to, headings: [name = ''] }) => {
      const index = kind === 'column' && to === null ? at.get(name) : undefined;
      const codes = index === undefined ? new Map<string, ReadonlySet<string>>() : codesIn(index);
      // One code beside two places is that of the first.
      const told = crosswalk.rows.filter(
        ({ from, to: code }) => code !== null && !code.includes('+') && codes.has(from),
      );
      const agreeing = told.filter((row) => agreed(row, codes));
      const isOfPlaces =
        agreeing.length >= 2 &&
        agreeing.length * 2 > told.length &&
        told.every((row) => row.decide || agreed(row, codes)) &&
        [...codes.values()].every(
          (each) => each.size === 1 && [...each].every((code) => isCode('places', code)),
        );
      return isOfPlaces ? [{ name, codes }] : [];
    });
    const [only, ...more] = beside;
    if (!only || more.length > 0) return () => null;
    const rows = crosswalk.rows.map((row) => {
      const [code] = only.codes.get(row.from) ?? [];
      const isOne = row.to?.includes('+') !== true || code?.includes('+') === true;
      return code !== undefined && row.decide && isOne
        ? { ...row, to: code, match: 'exact' as const, note: null, confidence: 0.95, decide: false }
        : row;
    });
    const asked = new Set(questions(crosswalk.rows, crosswalk.list).map(({ en }) => en));
    return (column) =>
      column === place
        ? reading({
            ...place,
            reason: clauses([
              place.reason,
              inFour(
                '{heading} geeft hun codes',
                '{heading} donne leurs codes',
                '{heading} gibt ihre Codes',
                '{heading} gives their codes',
                { heading: quoted(only.name) },
              ),
            ]),
            crosswalks: [{ ...crosswalk, rows }],
            decide: [
              ...questions(rows, crosswalk.list),
              ...place.decide.filter(({ en }) => !asked.has(en)),
            ],
          })
        : null;
  };
}
