import {
  type Crosswalk,
  type CrosswalkRow,
  codedMappings,
  decidedPart,
  fields,
  type Mapping,
  mayBeUnknown,
  resolveCode,
  type SourceDescription,
  undecidedRow,
} from '@samenbeeld/ingest';
import { detectPersonalData, inFour, namesPerson, ownValue } from '@samenbeeld/schema';
import type { CodeProposal } from './code-proposal.ts';
import type { LabelUse } from './label-use.ts';
import type { KnownCrosswalk } from './name-index.ts';
import { proposeCodes } from './propose-codes.ts';

/** What the row itself proposes, where it is other than what the code list does. */
function withRow(proposal: CodeProposal, row: CrosswalkRow | undefined): CodeProposal {
  if (!row || row.to === null || (row.to === proposal.to && row.match === proposal.match))
    return proposal;
  const other = proposal.to;
  return {
    label: proposal.label,
    to: row.to,
    match: row.match,
    confidence: 0.5,
    reason: inFour(
      'de omzettabel stelt het voor en wacht op een beslissing ({note})',
      'la table de correspondance le propose et attend une décision ({note})',
      'die Umschlüsselung schlägt es vor und wartet auf eine Entscheidung ({note})',
      'the crosswalk proposes it, and waits for a decision ({note})',
      { note: (row.note ?? '').replace(/^decide:?\s*/iu, '') },
    ),
    alternatives: [
      ...(other === null
        ? []
        : [
            {
              to: other,
              match: proposal.match,
              confidence: proposal.confidence,
              reason: proposal.reason,
            },
          ]),
      ...proposal.alternatives.filter(({ to }) => to !== row.to),
    ].slice(0, 5),
  };
}

/** A label that neither the description nor a decision knows, or whose row in the crosswalk waits for a decision. */
export interface UndecidedLabel extends LabelUse {
  /** The heading, or `fold:NAME`. */
  readonly column: string;
  readonly field: string;
  /** The code list, or null where any code may stand in the field. */
  readonly list: string | null;
  /** The crosswalk that the column has, or null. */
  readonly crosswalk: string | null;
  /** Null where there is no list to propose from. */
  readonly proposal: CodeProposal | null;
}

const unknown: ReadonlySet<string> = new Set([
  'crosswalk.unknown-code',
  'code.ambiguous',
  'code.unknown',
]);

function partsOf(label: string, { split }: Mapping): readonly string[] {
  return split === null ? [label] : label.split(split).map((part) => part.trim());
}

/**
 * The crosswalks of a description, under its name, for proposals in other sources.
 *
 * @example
 * ```ts
 * import { crosswalksOf, proposeCodes } from '@samenbeeld/harmonise';
 * import { loadSource } from '@samenbeeld/ingest';
 * import { catalogueFolder } from '@samenbeeld/sources';
 * const crosswalks = crosswalksOf(loadSource(catalogueFolder('unodc-seizures')));
 * proposeCodes(['Zopiclone'], 'substances', { crosswalks })[0].reason.en // => 'mapped so in unodc-seizures'
 * ```
 */
export function crosswalksOf(source: SourceDescription): readonly KnownCrosswalk[] {
  const found = new Map<string, Crosswalk>();
  for (const [, { crosswalk }] of codedMappings(source))
    if (crosswalk) found.set(crosswalk.file, crosswalk);
  return [...found.values()].map((crosswalk) => ({
    ...decidedPart(crosswalk),
    source: source.id,
  }));
}

function unknownParts(
  uses: Iterable<LabelUse>,
  mapping: Mapping,
  source: SourceDescription,
): readonly LabelUse[] {
  const field = ownValue(fields[source.record], mapping.to);
  if (!field) return [];
  const found = new Map<string, LabelUse>();
  const isMissing = (label: string): boolean =>
    mayBeUnknown(field, mapping) && Object.hasOwn(source.missingValues, label);
  for (const use of uses)
    for (const label of partsOf(use.label, mapping)) {
      const resolved = resolveCode(label, { ...mapping, split: null }, field, source.language);
      const open = undecidedRow(label, mapping) !== undefined;
      // The ingest knows a mark as a whole cell; as a part of one somebody has to say what it means.
      if (!open && label === use.label && isMissing(label)) continue;
      if (!open && (!('rule' in resolved) || !unknown.has(resolved.rule))) continue;
      // Personal data is shown nowhere; the ingest keeps its row out.
      if (detectPersonalData(label, { column: 'code' }).length > 0 || namesPerson(label)) continue;
      const before = found.get(label);
      found.set(label, before ? { ...before, cells: before.cells + use.cells } : { ...use, label });
    }
  return [...found.values()].sort((a, b) => b.cells - a.cells || (a.label < b.label ? -1 : 1));
}

/** The labels that nothing explains and those whose row waits for a decision, column by column, the commonest first, each with a proposal. */
export function undecidedLabels(
  source: SourceDescription,
  labels: ReadonlyMap<string, ReadonlyMap<string, LabelUse>>,
  crosswalks: () => readonly KnownCrosswalk[],
): readonly UndecidedLabel[] {
  const { language, record } = source;
  return codedMappings(source).flatMap(([column, mapping]) => {
    const uses = unknownParts(labels.get(column)?.values() ?? [], mapping, source);
    if (uses.length === 0) return [];
    const list = mapping.list ?? ownValue(fields[record], mapping.to)?.list ?? null;
    const own = [
      ...(mapping.crosswalk ? [{ ...decidedPart(mapping.crosswalk), source: source.id }] : []),
      { file: 'decisions.jsonl', source: 'earlier decisions', rows: mapping.decided ?? [] },
    ];
    const proposals =
      list === null
        ? []
        : proposeCodes(
            uses.map(({ label }) => label),
            list,
            {
              language,
              crosswalks: [...own, ...crosswalks().filter((other) => other.source !== source.id)],
              context: { country: source.source.country },
            },
          );
    return uses.map((use, index) => {
      const proposal = proposals[index];
      return {
        ...use,
        column,
        field: mapping.to,
        list,
        crosswalk: mapping.crosswalk?.file ?? null,
        proposal: proposal ? withRow(proposal, undecidedRow(use.label, mapping)) : null,
      };
    });
  });
}
