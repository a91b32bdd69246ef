import { type CodeProposal, proposeCodes } from '@samenbeeld/harmonise';
import { codeLists } from '@samenbeeld/ingest';
import { inFour, type Language, ownValue } from '@samenbeeld/schema';
import { thresholds } from '../thresholds.ts';
import { countryOfAlpha3 } from './iso3.ts';

/** A column is asked several times while its table is looked at. */
const kept = new Map<string, readonly CodeProposal[]>();
const most = 64;

/** Whether labels are codes of three letters, as countries have beside those of their groups ("BEL", "EUU", "WLD"). */
function areAlpha3(labels: readonly string[]): boolean {
  const known = labels.filter((label) => countryOfAlpha3(label) !== null);
  return (
    labels.every((label) => /^[A-Z]{3}$/u.test(label.trim())) && known.length * 2 > labels.length
  );
}

/** Countries by their codes of three letters; a code of a group of them is none. */
function byAlpha3(labels: readonly string[]): readonly CodeProposal[] {
  return labels.map((label) => {
    const to = countryOfAlpha3(label);
    return {
      label,
      to,
      match: to === null ? ('none' as const) : ('exact' as const),
      confidence: to === null ? 0.1 : 0.95,
      reason:
        to === null
          ? inFour(
              'geen land met die code van drie letters (ISO 3166)',
              'aucun pays de ce code à trois lettres (ISO 3166)',
              'kein Land mit diesem Code aus drei Buchstaben (ISO 3166)',
              'no country with that code of three letters (ISO 3166)',
            )
          : inFour(
              'code van drie letters (ISO 3166)',
              'code à trois lettres (ISO 3166)',
              'Code aus drei Buchstaben (ISO 3166)',
              'code of three letters (ISO 3166)',
            ),
      alternatives: [],
    };
  });
}

/** Marks or blanks before the words of a label, by which an office shows how deep it stands in a list ("|||Van inbraak"). */
const levelMarks = /^(?:[|·•.…>»–—-]+\s*|\s+)+(?=\p{L})/u;
/** A part of a state that is named with the state, as the UN and the World Bank write it ("China, Hong Kong SAR"). */
const partsOfStates = [
  /^(?:\p{L}[^,]*,\s*)?(.+?)\s*\(?(?:Special Administrative Region|SAR|Province of \p{L}+)\)?(?:,\s*\p{L}+|\s+of \p{L}+)?$/u,
  /^(?:\p{L}[^,]*,\s*)?(?:RAS|[Rr]égion administrative spéciale|Sonderverwaltungsregion|[Ss]peciale [Aa]dministratieve [Rr]egio)\s+(?:chinoise\s+)?(?:d[e’']\s*|van\s+)?(.+)$/u,
];

/** A label as a list has it: without what shows its level, and of a part of a state the part. */
function bareLabel(label: string, list: string): string {
  const bare = label.replace(levelMarks, '').trimEnd();
  if (list !== 'countries' && list !== 'places') return bare;
  const known = ownValue(codeLists, list);
  const [part] = partsOfStates
    .flatMap((pattern) => pattern.exec(bare)?.[1] ?? [])
    .filter((name) => known?.lookup(name).kind === 'exact');
  return part ?? bare;
}

function proposeAll(
  all: readonly string[],
  list: string,
  language: Language,
  country: string | undefined,
): readonly CodeProposal[] {
  const bare = all.map((label) => bareLabel(label, list));
  // Of one name on two levels, neither is taken for the other.
  const isOnce = new Set(bare).size === new Set(all).size;
  const labels = isOnce ? bare : all;
  return proposeBare(labels, list, language, country).map((proposal, at) => ({
    ...proposal,
    label: all[at] ?? proposal.label,
  }));
}

function proposeBare(
  labels: readonly string[],
  list: string,
  language: Language,
  country: string | undefined,
): readonly CodeProposal[] {
  if ((list === 'countries' || list === 'places') && areAlpha3(labels)) return byAlpha3(labels);
  const known = ownValue(codeLists, list);
  const unknown = labels.filter(
    (label) => !known?.has(label) && known?.lookup(label, language).kind === 'none',
  );
  const late = new Set(unknown.slice(thresholds.labelsCompared));
  const asked = labels.filter((label) => !late.has(label));
  const found = new Map(
    proposeCodes(asked, list, { language, context: { country } }).map((proposal) => [
      proposal.label,
      proposal,
    ]),
  );
  return labels.map((label) => found.get(label) ?? notCompared(label, late.size));
}

function notCompared(label: string, others: number): CodeProposal {
  const reason = inFour(
    'niet vergeleken, zoals {n} labels na de eerste {most} die de lijst niet kent',
    'non comparé, comme {n} libellés après les {most} premiers que la liste ne connaît pas',
    'nicht verglichen, wie {n} Bezeichnungen nach den ersten {most}, die die Liste nicht kennt',
    'not compared, as {n} labels beyond the first {most} that the list does not know',
    { n: others, most: thresholds.labelsCompared },
  );
  return { label, to: null, match: 'none', confidence: 0.1, reason, alternatives: [] };
}

/** What labels mean in a code list, for an office of a country. */
export function propose(
  labels: readonly string[],
  list: string,
  { language, country }: { readonly language: Language; readonly country?: string | null },
): readonly CodeProposal[] {
  const key = [list, language, country ?? '', ...labels].join('\u0001');
  const known = kept.get(key);
  if (known) return known;
  const found = proposeAll(labels, list, language, country ?? undefined);
  const [oldest] = kept.keys();
  if (kept.size >= most && oldest !== undefined) kept.delete(oldest);
  kept.set(key, found);
  return found;
}
