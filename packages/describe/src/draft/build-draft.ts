import type { SourceDescription } from '@samenbeeld/ingest';
import type { ColumnGuess, TableGuess } from '../column-guess.ts';
import type { CrosswalkFile, OpenDecision } from '../file-description.ts';
import type { Geometry } from '../geometry.ts';
import type { Relation } from '../relations/relation.ts';
import type { UntoldRows } from '../relations/untold-rows.ts';
import type { ProposedTotals } from '../totals/propose-totals.ts';
import { checksOf, checkWords } from './checks-part.ts';
import { columnRules } from './column-rules.ts';
import { constantsPart } from './constants-part.ts';
import { countingRule } from './counting-rule.ts';
import { crosswalkCsv } from './crosswalk-csv.ts';
import { crosswalkFiles } from './crosswalk-files.ts';
import { draftYaml } from './draft-yaml.ts';
import { unitOf } from './figure-unit.ts';
import { filledBy, hasFigures, setByValues } from './filled-fields.ts';
import { asks, type DraftPart, type Mark } from './mark.ts';
import { missingPart } from './missing-part.ts';
import { personalPart } from './personal-part.ts';
import { provenance } from './provenance.ts';
import { rulesPart } from './rules-part.ts';
import { settleDraft } from './settle-columns.ts';
import { settledGuess } from './settled-guess.ts';
import { shapePart } from './shape-part.ts';

/** All that was concluded of a file. */
export interface DraftInput {
  readonly id: string;
  readonly geometry: Geometry;
  readonly guess: TableGuess;
  readonly relations: readonly Relation[];
  readonly totals: ProposedTotals;
  readonly personal: Readonly<Record<string, string>>;
  readonly country: string | null;
  readonly like: SourceDescription | null;
  /** Whether the file is one of that source, as it is. */
  readonly fits: boolean;
  /** First lines of the description, as comments. */
  readonly heading: readonly string[];
  readonly untold: UntoldRows | null;
}

/** A description as text, its crosswalks, and what is open in it. */
export interface Draft {
  readonly yaml: string;
  readonly crosswalks: readonly CrosswalkFile[];
  readonly decisions: readonly OpenDecision[];
  /** What became of each column after its figures were verified. */
  readonly columns: readonly ColumnGuess[];
  readonly checks: readonly string[];
}

/** Writes the description that follows from what was concluded, every open point marked where it stands. */
export function buildDraft(input: DraftInput): Draft {
  const { id, geometry, guess, relations, totals, country, like, fits, personal, heading } = input;
  const record = guess.record.value;
  const settled = settleDraft(guess.columns, relations);
  const filled = filledBy(settled);
  const figures = hasFigures(settled);
  const rules = columnRules(settled, input.untold, totals.questions);
  const noFigures: Mark = asks(
    ['columns'],
    'figures',
    'which column holds the figures? None was found; without one the description cannot be used',
    {},
  );
  const set = setByValues(settled);
  const checks = figures ? checksOf(totals, filled, set, guess) : [];
  const parts: readonly DraftPart[] = [
    provenance({ id, geometry, language: guess.language.value, record, country, like, fits }),
    shapePart(geometry),
    missingPart(guess),
    countingRule(record, unitOf(guess), like),
    constantsPart(record, guess.constants, filled, set, country, geometry),
    personalPart(personal),
    { written: {}, marks: figures ? [] : [noFigures] },
    rules,
    rulesPart('exclude', totals.exclude),
    rulesPart('totals', totals.totals),
    { written: checks.length > 0 ? { checks } : {}, marks: [] },
  ];
  const marks = parts.flatMap((part) => part.marks);
  let number = 0;
  const decisions = marks.flatMap(({ path, decide }) =>
    decide.map((question): OpenDecision => {
      number += 1;
      return { number, path, ...question };
    }),
  );
  const open = decisions.map((decision) => `${decision.number} ${decision.about}`);
  const written: Record<string, unknown> = {};
  for (const part of parts) Object.assign(written, part.written);
  if (open.length > 0) written['open'] = open;
  const used = new Set(
    settled.flatMap(({ written: own }) =>
      (JSON.stringify(own).match(/"crosswalk":"([^"]+)"/gu) ?? []).map((text) =>
        text.slice(13, -1),
      ),
    ),
  );
  return {
    yaml: draftYaml(written, marks, heading),
    crosswalks: crosswalkFiles(guess.columns)
      .filter(({ file }) => used.has(file))
      .map(crosswalkCsv),
    decisions,
    columns: settled.map((one) => settledGuess(one, personal)),
    checks: checks.map(checkWords),
  };
}
