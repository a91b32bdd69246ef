import { type Claim, toClaims } from '@samenbeeld/merge';
import type { Block } from '@samenbeeld/page';
import {
  expandPlace,
  inEach,
  isMass,
  placeContains,
  placeLabel,
  type Text,
} from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { codeOf, type QuestionWords, wordsGiven } from '../questions.ts';
import { daysAsked } from '../rates/standing-claims.ts';
import { text } from '../text.ts';
import { claimTable } from './claim-table.ts';
import { figureTables } from './figure-table.ts';

/** Figures of a scope, or the single finds that were made known. */
type Which = 'figures' | 'finds';

const captions: Readonly<Record<Which, Text>> = {
  figures: text(
    'cijfers zoals gepubliceerd; niets is opgeteld',
    'chiffres tels que publiés ; rien n’est additionné',
    'Zahlen wie veröffentlicht; nichts ist addiert',
    'figures as published; nothing is added',
  ),
  finds: text(
    'losse vangsten zoals gepubliceerd; geen telling van alle vangsten',
    'saisies isolées telles que publiées ; non un décompte de toutes les saisies',
    'einzelne Funde wie veröffentlicht; keine Zählung aller Funde',
    'single finds as published; no count of all finds',
  ),
};

/**
 * Claims of what a block names, by place and days: each as it was printed, with what its source adds. Where figures are of parts
 * of what a metric counts (a class of a register, some markets), the parts stand in a table of that metric.
 */
export function publishedBlocks(
  { gathered, counted, picture }: Analysis,
  words: QuestionWords,
  which: Which,
): readonly Block[] {
  const { written = (name: string) => name } = picture;
  const codes = (key: 'place' | 'substance' | 'basis' | 'metric'): readonly string[] =>
    wordsGiven(words[key]).map((word) => codeOf(word, key, { rows: counted, written }));
  const [where, substances, bases, metrics] = [
    codes('place'),
    codes('substance'),
    codes('basis'),
    codes('metric'),
  ];
  const { from, to } = daysAsked(words);
  const members = where.flatMap(expandPlace);
  const isNamed = (named: readonly string[], code: string | null): boolean =>
    named.length === 0 || (code !== null && named.includes(code));
  const rows = gathered.observations.filter(
    (row) =>
      row.value !== null &&
      (row.extent === 'one_find') === (which === 'finds') &&
      (where.length === 0 ||
        expandPlace(row.place).every((part) =>
          members.some((member) => placeContains(member, part)),
        )) &&
      isNamed(substances, row.substance) &&
      isNamed(bases, row.basis) &&
      isNamed(metrics, row.metric) &&
      (from === null || row.periodStart >= from) &&
      (to === null || row.periodEnd <= to),
  );
  const ofParts = new Set(rows.flatMap((row) => (row.nationalCode === null ? [] : [row.metric])));
  const tables = figureTables(rows.filter(({ metric }) => ofParts.has(metric)));
  const whole = rows.filter(({ metric }) => !ofParts.has(metric));
  const kinds = new Map(
    whole.map(({ metric, unit }) => {
      const shown = metric === 'quantity' && isMass(unit) ? 'kg' : unit;
      return [`${metric} ${shown}`, { metric, unit: shown }];
    }),
  );
  const claims: readonly Claim[] = [...kinds.values()].flatMap((kind) => toClaims(whole, kind));
  const table = claimTable(captions[which], claims, true);
  if (table || tables.length > 0) return [...tables, ...(table ? [table] : [])];
  const places = inEach((language) => where.map((code) => placeLabel(code, language)).join(', '));
  return [
    {
      kind: 'paragraph',
      text:
        where.length > 0
          ? text(
              'Hiervan is niets gepubliceerd dat in dit beeld staat: {places}.',
              'Rien n’en est publié dans ce tableau : {places}.',
              'Davon ist nichts veröffentlicht, das in diesem Bild steht: {places}.',
              'Nothing of it that was published stands in this picture: {places}.',
              { places },
            )
          : text(
              'Hiervan is niets gepubliceerd dat in dit beeld staat.',
              'Rien n’en est publié dans ce tableau.',
              'Davon ist nichts veröffentlicht, das in diesem Bild steht.',
              'Nothing of it that was published stands in this picture.',
            ),
    },
  ];
}
