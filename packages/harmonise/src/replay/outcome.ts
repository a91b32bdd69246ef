import { codedMappings, fields, type Mapping, type SourceDescription } from '@samenbeeld/ingest';
import { type Decision, editDistance, foldText, ownValue } from '@samenbeeld/schema';
import type { UndecidedLabel } from '../undecided-labels.ts';
import type { CellUse } from './corrected-cells.ts';
import type { DecidedCorrection } from './decided-corrections.ts';
import type { DecidedLabel } from './decided-labels.ts';
import type { Inapplicable } from './inapplicable.ts';

/** A decision that changed cells of the files. */
export interface Replayed {
  readonly decision: Decision;
  readonly cells: number;
  readonly says: string;
}

function counted(cells: number): string {
  return `${cells} cell${cells === 1 ? '' : 's'}`;
}

/** A new label of the column that looks like the one that is gone. */
function renamed(
  label: string,
  column: string,
  undecided: readonly UndecidedLabel[],
): string | null {
  const wanted = foldText(label);
  const near = undecided
    .filter((other) => other.column === column)
    .map((other) => ({ other, folded: foldText(other.label) }))
    .filter(({ folded }) => {
      const longer = Math.max(wanted.length, folded.length);
      const held = Math.min(wanted.length, folded.length) > 3;
      return (
        editDistance(wanted, folded) <= longer / 3 ||
        (held && (wanted.includes(folded) || folded.includes(wanted)))
      );
    })
    .sort((a, b) => editDistance(wanted, a.folded) - editDistance(wanted, b.folded));
  return near[0]?.other.label ?? null;
}

function mappingOf({ says }: DecidedLabel, source: SourceDescription): Mapping | undefined {
  return codedMappings(source).find(
    ([column, { to }]) => column === says.column && to === says.field,
  )?.[1];
}

/** What a relation that the description does not accept does to the records, as in a crosswalk. */
function consequence({ says }: DecidedLabel, source: SourceDescription, mapping?: Mapping): string {
  if (!mapping || (says.to !== null && mapping.accept.includes(says.match))) return '';
  const accepted = `the column accepts ${mapping.accept.join(', ')} only`;
  return ownValue(fields[source.record], says.field)?.required
    ? `; ${accepted} and ${says.field} may not be empty, so they are rejected`
    : `; ${says.to === null ? '' : `${accepted}, so `}${says.field} is left empty`;
}

/** Cells that hold the label, or a part that is the label where the column holds several. */
function cellsWith(decided: DecidedLabel, source: SourceDescription, use: CellUse): number {
  const { says } = decided;
  const split = mappingOf(decided, source)?.split ?? null;
  let cells = 0;
  for (const { label, cells: own } of use.labels.get(says.column)?.values() ?? []) {
    const parts =
      split === null ? [label] : [label, ...label.split(split).map((part) => part.trim())];
    if (parts.includes(says.label)) cells += own;
  }
  return cells;
}

/** What became of a decision on a label. */
export function labelOutcome(
  decided: DecidedLabel,
  source: SourceDescription,
  use: CellUse,
  undecided: readonly UndecidedLabel[],
): Replayed | Inapplicable {
  const { decision, says } = decided;
  const cells = cellsWith(decided, source, use);
  if (cells > 0)
    return {
      decision,
      cells,
      says: `"${says.label}" in "${says.column}" is read as ${decision.verdict} for ${says.field}: ${counted(cells)}${consequence(decided, source, mappingOf(decided, source))}`,
    };
  const now = renamed(says.label, says.column, undecided);
  return {
    decision,
    why: 'label-gone',
    says: `no cell of "${says.column}" says "${says.label}" any more${now === null ? '' : `; perhaps it is "${now}" now`}`,
  };
}

/** What became of a decision on a slip. */
export function correctionOutcome(
  { decision, says }: DecidedCorrection,
  use: CellUse,
): Replayed | Inapplicable {
  const found = use.slips.get(decision);
  const { column, from, to, where } = says;
  const rows = Object.entries(where)
    .map(([heading, condition]) => `"${heading}" ${JSON.stringify(condition)}`)
    .join(' and ');
  const of = rows === '' ? '' : ` of the rows with ${rows}`;
  if (!found)
    return {
      decision,
      why: 'row-gone',
      says: `there are no rows with ${rows || 'cells'} any more`,
    };
  if (found.from > 0)
    return {
      decision,
      cells: found.from,
      says: `"${from}" in "${column}"${of} is read as "${to}": ${counted(found.from)}`,
    };
  const [first] = found.others;
  if (rows === '' && found.to === 0)
    return { decision, why: 'put-right', says: `no cell of "${column}" says "${from}" any more` };
  if (rows === '' || first === undefined)
    return {
      decision,
      why: 'put-right',
      says: `"${column}"${of} says "${to}" by now: the publisher has put it right`,
    };
  const others = found.others.map((text) => `"${text}"`).join(', ');
  return {
    decision,
    why: 'value-changed',
    says: `"${column}"${of} says neither "${from}" nor "${to}" but ${others}: look again`,
  };
}
