import { isDeepStrictEqual } from 'node:util';
import { pictureRecords } from '@samenbeeld/answers';
import type { Records } from '@samenbeeld/merge';
import {
  englishQuoted,
  handlingNotWeaker,
  inFour,
  inSigns,
  jointTotalHolds,
  joinWith,
  lineageComplete,
  missingHasReason,
  noPersonalData,
  noPersonalFields,
  periodsInOrder,
  RefusalError,
  semicolon,
  type Text,
  unitOfMetric,
  type Violation,
} from '@samenbeeld/schema';
import { openPicture, type PictureQuery, type PictureRows } from '@samenbeeld/store';
import type { BuiltAnalysis } from './analyse-picture.ts';

const fault = inFour(
  'Verbeter het bestand of de beschrijving waar het gegeven vandaan komt; kloppen die, dan is dit een fout van samenbeeld: meld haar.',
  'Corrigez le fichier ou la description d’où vient la donnée ; s’ils sont justes, c’est une faute de samenbeeld : signalez-la.',
  'Die Datei oder die Beschreibung berichtigen, aus der die Angabe kommt; stimmen sie, ist dies ein Fehler von samenbeeld: bitte melden.',
  'Correct the input or the description that the record comes from; where they are right, this is a fault of samenbeeld and worth reporting.',
);

/** How many violations a refusal names. */
const named = 5;

const wholePicture = inFour('het beeld', 'le tableau', 'das Lagebild', 'the picture');

/** The first of many, with how many more there are. */
function firstOf(told: readonly Text[]): Text {
  const n = told.length - named;
  const more = inFour('en nog {n}', 'et {n} autres', 'und {n} weitere', 'and {n} more', { n });
  return joinWith([...told.slice(0, named), ...(n > 0 ? [more] : [])], semicolon);
}

function violations(
  { gathered, whole, handling }: BuiltAnalysis,
  tables: readonly (PictureQuery | PictureRows)[],
): readonly Violation[] {
  const { observations, seizures, sources } = gathered;
  const records = [...observations, ...seizures];
  const ofSheets = gathered.sheets.sources;
  const inputs = [...sources.map(({ source }) => source), ...ofSheets].map((one) => one.handling);
  const columns = tables.flatMap((table) => ('columns' in table ? table.columns : []));
  return [
    ...missingHasReason.check(records),
    ...lineageComplete.check(records),
    ...noPersonalData.check(records),
    ...periodsInOrder.check(observations),
    ...unitOfMetric.check(observations),
    ...jointTotalHolds.check(whole.totals),
    ...handlingNotWeaker.check({ inputs, output: handling, released: [] }),
    ...noPersonalFields.check(columns),
  ];
}

/**
 * What must hold of every picture, asked of each before anything of it is written: invariants 1, 6, 7, 11, 16, 18 and 19.
 * Throws a RefusalError that names what is broken. What sources may contradict themselves in (a part above its whole) is
 * shown in the picture and refuses nothing; code lists are checked by tests.
 */
export function assertInvariants(
  analysis: BuiltAnalysis,
  tables: readonly (PictureQuery | PictureRows)[],
): void {
  const found = violations(analysis, tables);
  if (found.length === 0) return;
  const told = found.map(({ invariant, record, says }) =>
    inSigns('{invariant}: {record}: {message}', {
      invariant,
      record: record ?? wholePicture,
      message: says,
    }),
  );
  throw new RefusalError(
    inFour(
      'Het beeld zou breken met wat voor elk beeld geldt; er is niets geschreven: {told}.',
      'Le tableau enfreindrait ce qui vaut pour tout tableau ; rien n’a été écrit : {told}.',
      'Das Lagebild würde verletzen, was für jedes Lagebild gilt; nichts wurde geschrieben: {told}.',
      'The picture would break what must hold of every picture, so nothing was written: {told}.',
      { told: firstOf(told) },
    ),
    { dimension: 'invariant', remedy: fault },
  );
}

/** Records by what names them, so that their order plays no part. */
function byName(records: Records): ReadonlyMap<string, unknown> {
  const { observations, seizures = [], pairs = [], decisions, seed, ...declared } = records;
  return new Map<string, unknown>([
    ...[...observations, ...seizures].map((record) => [`record ${record.id}`, record] as const),
    ...pairs.map((pair) => [`pair ${pair.key}`, pair] as const),
    ...[...(decisions ?? [])].map(([subject, one]) => [`decision on ${subject}`, one] as const),
    ...Object.entries(declared).map(
      ([name, all = []]) => [name, all.map((one) => JSON.stringify(one)).sort()] as const,
    ),
    ['seed', seed],
  ]);
}

/**
 * What a folder answers must be what its report says: it is opened as any reader opens it, and must hold the very records, pairs,
 * decisions and declarations that the questions were asked of. Which of them a door reads for a question, and what it makes of
 * them, is one function each. Throws a RefusalError that names what reads otherwise.
 */
export async function assertReadsBack(folder: string, { records }: BuiltAnalysis): Promise<void> {
  const stored = await openPicture(folder);
  try {
    const { observations, seizures, decisions, breaks, coverage, files, definitions, seed, pairs } =
      await pictureRecords(stored);
    const found = byName({
      ...{ observations, seizures, decisions, breaks, coverage, files, definitions, seed },
      pairs: await pairs(),
    });
    const asked = byName(records);
    const unlike = [...new Set([...asked.keys(), ...found.keys()])].filter(
      (name) => !isDeepStrictEqual(asked.get(name), found.get(name)),
    );
    if (unlike.length === 0) return;
    throw new RefusalError(
      inFour(
        'Wat is geschreven, leest niet terug als wat is gevraagd; er is niets vervangen: {unlike}.',
        'Ce qui a été écrit ne se relit pas comme ce qui a été demandé ; rien n’a été remplacé : {unlike}.',
        'Was geschrieben wurde, liest sich anders als das Gefragte; nichts wurde ersetzt: {unlike}.',
        'What was written does not read back as what was asked, so nothing was replaced: {unlike}.',
        { unlike: firstOf(unlike.map(englishQuoted)) },
      ),
      { dimension: 'invariant', remedy: fault },
    );
  } finally {
    await stored.close();
  }
}
