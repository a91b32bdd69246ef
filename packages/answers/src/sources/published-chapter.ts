import { type Claim, toClaims } from '@samenbeeld/merge';
import type { Block } from '@samenbeeld/page';
import { isMass, type Text } from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { recordsAsked } from '../asked-rows.ts';
import type { QuestionWords } from '../questions.ts';
import { text } from '../text.ts';
import { abroadMaps, namedTable } from './abroad-map.ts';
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

const nothing: Text = text(
  'Hiervan is niets gepubliceerd dat in dit beeld staat.',
  'Rien n’en est publié dans ce tableau.',
  'Davon ist nichts veröffentlicht, das in diesem Lagebild steht.',
  'Nothing of it that was published stands in this picture.',
);

/**
 * Claims of what a block names, by place and days: each as it was printed, with what its source adds. Where figures are of parts
 * of what a metric counts (a class of a register, some markets), the parts stand in a table of that metric. Of countries abroad a
 * map stands above, and those that are named without an amount below.
 */
export function publishedBlocks(
  analysis: Analysis,
  words: QuestionWords,
  which: Which,
): readonly Block[] {
  const asked = recordsAsked(analysis, words).filter(
    (row) => (row.extent === 'one_find') === (which === 'finds'),
  );
  const rows = asked.filter(({ value }) => value !== null);
  const ofParts = new Set(rows.flatMap((row) => (row.nationalCode === null ? [] : [row.metric])));
  const tables = figureTables(
    rows.filter(({ metric }) => ofParts.has(metric)),
    analysis,
  );
  const whole = rows.filter(({ metric }) => !ofParts.has(metric));
  const kinds = new Map(
    whole.map(({ metric, unit }) => {
      const shown = metric === 'quantity' && isMass(unit) ? 'kg' : unit;
      return [`${metric} ${shown}`, { metric, unit: shown }];
    }),
  );
  const claims: readonly Claim[] = [...kinds.values()].flatMap((kind) => toClaims(whole, kind));
  const table = claimTable(analysis, captions[which], claims, true);
  const named = namedTable(analysis, asked);
  const blocks: readonly Block[] = [
    ...abroadMaps(analysis, asked),
    ...tables,
    ...(table ? [table] : []),
    ...(named ? [named] : []),
  ];
  if (blocks.length > 0) return blocks;
  return [{ kind: 'paragraph', text: nothing }];
}
