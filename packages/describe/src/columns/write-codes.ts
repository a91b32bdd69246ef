import type { CodeProposal } from '@samenbeeld/harmonise';
import { codeLists, isCode } from '@samenbeeld/ingest';
import {
  foldText,
  inFour,
  joinWith,
  type Language,
  ownValue,
  places,
  quoted,
  semicolon,
  substances,
  type Text,
} from '@samenbeeld/schema';
import { alike, andMore, quotedAll } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import { saysPart, saysTotal } from '../totals/total-words.ts';
import type { ProposedCrosswalk } from '../written.ts';
import { measureOf } from './measures.ts';
import { propose } from './propose.ts';
import { amountUnit, thingCounted } from './unit-words.ts';

/** How a column of codes is written down. */
export interface CodeWriting {
  readonly written: Readonly<Record<string, unknown>>;
  readonly crosswalks: readonly ProposedCrosswalk[];
  readonly decide: readonly Text[];
  /** Labels that found a code, of all. */
  readonly found: number;
  readonly all: number;
  /** The labels are written as only one office writes its places. */
  readonly proven?: boolean;
  /** Takes from the confidence what a question about all of them leaves open; 1 where none does. */
  readonly factor?: number;
  /** Why they are read so, where it is more than that they were found. */
  readonly why?: Text;
}

type CrosswalkRow = ProposedCrosswalk['rows'][number];

/** A proposal as a row of a crosswalk; what is not certain keeps its reason and is asked. */
export function rowOf({
  label,
  to,
  match,
  confidence,
  reason,
}: CodeProposal): ProposedCrosswalk['rows'][number] {
  const decide = to === null || confidence < thresholds.taken;
  return {
    from: label,
    to,
    match: to === null ? 'none' : match,
    note: decide ? reason : null,
    confidence,
    decide,
  };
}

/** Of places that are kept in the words of the file, and of which nothing is proposed. */
const placesInNoList = (labels: readonly string[]): Text =>
  inFour(
    'welke {n:plaats is|plaatsen zijn} {labels}? In geen lijst: bewaard als {n:eigen plaats|eigen plaatsen} tot het is beantwoord',
    '{n:quel lieu est|quels lieux sont} {labels} ? Dans aucune liste : {n:gardé comme un lieu à part|gardés comme des lieux à part} en attendant la réponse',
    '{n:welcher Ort ist|welche Orte sind} {labels}? In keiner Liste: als {n:eigener Ort|eigene Orte} behalten, bis es beantwortet ist',
    'what {n:place is|places are} {labels}? In no list: kept as {n:a place of its own|places of their own} until it is answered',
    { labels: quotedAll(labels, 5), n: labels.length },
  );

/** Of services that no list has, and of which nothing is proposed. */
const servicesInNoList = (labels: readonly string[]): Text =>
  inFour(
    'welke {n:dienst is|diensten zijn} {labels}? De lijst heeft er geen met die naam: UNSPECIFIED (dienst niet vermeld) tot het is beantwoord',
    '{n:quel service est|quels services sont} {labels} ? La liste n’en a aucun de ce nom : UNSPECIFIED (service non précisé) en attendant la réponse',
    'welche {n:Dienststelle ist|Dienststellen sind} {labels}? Die Liste hat keine dieses Namens: UNSPECIFIED (Behörde nicht genannt), bis es beantwortet ist',
    'what {n:service is|services are} {labels}? The list has none of that name: UNSPECIFIED (agency not stated) until it is answered',
    { labels: quotedAll(labels, 5), n: labels.length },
  );

/** Whether a question on a column proposes none of its codes. */
export function proposesNothing(question: Text, crosswalks: readonly ProposedCrosswalk[]): boolean {
  return crosswalks.some(({ rows, list }) => {
    const standing = rows.filter(({ decide, standsIn }) => decide && standsIn);
    return standing.length > 0 && questions(standing, list).some(({ en }) => en === question.en);
  });
}

/** What a person must say of the labels that are not certain. */
export function questions(rows: ProposedCrosswalk['rows'], list: string): readonly Text[] {
  const open = rows.filter(({ decide }) => decide);
  if (open.length === 0) return [];
  if (list !== 'units' && open.every(({ standsIn }) => standsIn))
    return [
      (list === 'agencies' ? servicesInNoList : placesInNoList)(open.map(({ from }) => from)),
    ];
  const shown = open
    .slice(0, 5)
    .map(({ from, to, standsIn }) =>
      joinWith([quoted(from), ...(to && !standsIn ? [alike(`(${to}?)`)] : [])], ' '),
    );
  const several = open.filter(({ to }) => to === 'DRUG_UNSPEC').length;
  const mixed =
    several > 0
      ? inFour(
          ' {n:Eén noemt|# noemen} meerdere middelen in één cel: splits de hoeveelheid bij de bron, of laat het bij drugs zonder nadere aanduiding.',
          ' {n:L’un nomme|# nomment} plusieurs drogues dans une cellule : répartissez la quantité à la source, ou laissez-la comme drogues non précisées.',
          ' {n:Eine nennt|# nennen} mehrere Stoffe in einer Zelle: die Menge an der Quelle aufteilen oder bei Rauschgift ohne nähere Angabe lassen.',
          ' {n:One names|# name} several drugs in one cell: split the amount at the source, or leave it as drugs not specified.',
          { n: several },
        )
      : '';
  return [
    inFour(
      'Wat betekenen deze in {list}: {shown}?{mixed}',
      'Que signifient-ils dans {list} : {shown} ?{mixed}',
      'Was bedeuten diese in {list}: {shown}?{mixed}',
      'What do these mean in {list}: {shown}?{mixed}',
      { list, shown: andMore(joinWith(shown, ', '), open.length - shown.length), mixed },
    ),
  ];
}

/** A label that says it is a total, or a part of the row above, is no drug: what becomes of its rows is asked of the totals. */
function withoutTotal(row: CrosswalkRow): CrosswalkRow {
  // A part is left out by a rule, which asks; its code stays for those who want it.
  if (saysPart(row.from) && row.to !== null) return { ...row, decide: false };
  // "Total toutes drogues" is of all drugs, and whether its rows are left out is asked of the totals.
  if (row.to === 'ALL' && saysTotal(row.from)) return { ...row, decide: false };
  const isOpen = row.to === null && row.decide;
  return isOpen && (saysTotal(row.from) || saysPart(row.from))
    ? {
        ...row,
        match: 'none',
        note: inFour(
          'zegt dat het een totaal is of een deel van een andere rij, en is geen middel',
          'dit que c’est un total ou une partie d’une autre ligne, et n’est pas une drogue',
          'sagt, dass es eine Summe oder ein Teil einer anderen Zeile ist, und ist kein Stoff',
          'says that it is a total or a part of another row, and is no drug',
        ),
        decide: false,
      }
    : row;
}

/** The one of two codes that is the other's whole, or its substance in another form ("MDMA/ecstasy"); null where they are two drugs. */
function oneFamily(one: string | null, other: string): string | null {
  if (one === null) return null;
  if (one.startsWith(`${other}_`)) return other;
  return other.startsWith(`${one}_`) ? one : null;
}

/** A label that names several drugs ("cocaïne et héroïne"): kept as drugs not specified, and asked, since no amount of either is known. */
function severalIn(row: CrosswalkRow, proposals: readonly CodeProposal[]): CrosswalkRow {
  const { match, alternatives } = proposals.find(({ label }) => label === row.from) ?? {};
  const other = alternatives?.find((each) => each.match === 'overlap' && each.to !== row.to);
  const family = other ? oneFamily(row.to, other.to) : null;
  if (match === 'overlap' && family !== null)
    return {
      ...row,
      to: family,
      match: 'exact',
      note: inFour(
        '{one} en {other} zijn hetzelfde middel',
        '{one} et {other} sont la même drogue',
        '{one} und {other} sind derselbe Stoff',
        '{one} and {other} are one drug',
        { one: row.to ?? '', other: other?.to ?? '' },
      ),
      confidence: 0.7,
      decide: true,
    };
  return match === 'overlap' && other !== undefined
    ? {
        ...row,
        to: 'DRUG_UNSPEC',
        match: 'narrower',
        note: inFour(
          '{one} en {other} in één cel, en hoeveel van elk staat er niet: drugs zonder nadere aanduiding tot het is gesplitst of er voor één is gekozen',
          '{one} et {other} dans une cellule, sans dire combien de chacun : drogues non précisées tant que rien n’est réparti ou choisi',
          '{one} und {other} in einer Zelle, und wie viel von jedem, steht nicht da: Rauschgift ohne nähere Angabe, bis es aufgeteilt oder für eines entschieden ist',
          '{one} and {other} in one cell, and how much of each is not said: drugs not specified until it is split or decided for one',
          { one: row.to ?? '', other: other.to },
        ),
        confidence: 0.5,
        decide: true,
      }
    : row;
}

/** A label and the unit of its figures behind it ("Heroin (kg)", "Ecstasy, comprimés"), or null where none stands there. */
export function unitBehind(label: string): { readonly name: string; readonly unit: string } | null {
  const [, name = '', word = ''] =
    /^(.*\S)\s*(?:[([]\s*(?:in |en )?|,\s*(?:in |en )?|\s(?:in|en)\s)([\p{L} ]{1,20}?)\.?[)\]]?$/u.exec(
      label,
    ) ?? [];
  if (word === '') return null;
  const known = amountUnit(word);
  if (known !== null) return { name, unit: known };
  const { metric, unit = null } = measureOf(word)?.set ?? {};
  const counted = metric === 'quantity' && unit !== null ? unit : thingCounted(label, word);
  return counted === null ? null : { name, unit: counted };
}

const wordsIn = (text: string): readonly string[] =>
  [...text.matchAll(/\p{L}+/gu)].map(([word]) => foldText(word));
const listed = /\s*,\s*|\s+(?:and|en|et|und)\s+/u;

/**
 * The drug before a bracket that narrows it to nothing known: a word of its own names ("Marijuana (herb)"), or an enumeration of
 * three forms and more ("Cocaine (base, paste and salts)"), which is the whole and none of its kinds; null elsewhere.
 */
function beforeBracket(label: string, language: Language): string | null {
  const [, name = '', inside = ''] = /^([^()]*\S)\s*\(([^()]+)\)$/u.exec(label.trim()) ?? [];
  const match = substances.lookup(name, language);
  const own = inside === '' || match.kind !== 'exact' ? null : match.entry;
  if (own === null || saysPart(inside)) return null;
  const isNamed = ({ label: labels, synonyms }: typeof own, said: readonly string[]): boolean => {
    const words = new Set([...Object.values(labels), ...synonyms].flatMap(wordsIn));
    return said.every((word) => words.has(word));
  };
  const kinds = substances.filter((each) => 'parent' in each && each.parent === own.code);
  const forms = inside.split(listed).map(wordsIn);
  const below = forms.filter((said) => kinds.some((kind) => isNamed(kind, said))).length;
  const isWhole = forms.length > 2 && below > 1 && forms.every((said) => said.length === 1);
  return isWhole || (below === 0 && forms.length === 1 && isNamed(own, forms.flat())) ? name : null;
}

/** A label among drugs without the unit of its figures and without a bracket that adds nothing. */
export function bareDrug(label: string, language: Language): string {
  return unitBehind(label)?.name ?? beforeBracket(label, language) ?? label;
}

/** Whether a label among drugs counts something that is no amount of a drug ("Anzahl der Aufgriffe"). */
export function countsOthers(label: string): boolean {
  const metric = measureOf(label)?.set['metric'] ?? 'quantity';
  return metric !== 'quantity' && substances.lookup(label.trim()).kind === 'none';
}

/** Places that two countries have (Limburg), among others that all lie in one: those of that country. */
function inOneCountry(proposals: readonly CodeProposal[]): readonly CodeProposal[] {
  const landOf = (code: string | null): string | null =>
    code !== null && places.has(code) ? (places.get(code).country ?? null) : null;
  const clear = proposals.filter(({ confidence }) => confidence >= thresholds.taken);
  const [land, ...others] = new Set(clear.map(({ to }) => landOf(to)));
  if (!land || others.length > 0 || clear.length < 2) return proposals;
  return proposals.map((proposal) => {
    const { to, alternatives, confidence, reason } = proposal;
    const kin = alternatives.filter(({ to: code }) => landOf(code) === land);
    const [own] = kin;
    return confidence < thresholds.taken && landOf(to) !== land && own && kin.length === 1
      ? {
          ...proposal,
          to: own.to,
          match: own.match,
          reason: joinWith(
            [
              reason,
              inFour(
                'de andere labels liggen in {land}',
                'les autres libellés se trouvent en {land}',
                'die anderen Bezeichnungen liegen in {land}',
                'the other labels lie in {land}',
                { land },
              ),
            ],
            semicolon,
          ),
        }
      : proposal;
  });
}

/** Places of two meanings (Hamburg) under a heading of ports: the one that is a port. A slip of the pen in its name is still asked. */
function portsAmong(proposals: readonly CodeProposal[]): readonly CodeProposal[] {
  return proposals.map((proposal) => {
    const named = places.lookup(proposal.label);
    const meant = named.kind === 'ambiguous' ? named.entries : [];
    const [port, ...others] = meant.filter(({ kind }) => kind === 'port');
    if (proposal.confidence >= thresholds.taken || !port || others.length > 0) return proposal;
    const reason = inFour(
      'de kop zegt dat het havens zijn',
      'l’en-tête dit que ce sont des ports',
      'die Überschrift sagt, dass es Häfen sind',
      'the heading says that they are ports',
    );
    return { ...proposal, to: port.code, match: 'exact', confidence: 0.92, reason };
  });
}

/** A place of two meanings (Hamburg) among others of one kind and country is the one of that kind and country. */
function amongLikes(all: readonly CodeProposal[], arePorts: boolean): readonly CodeProposal[] {
  const proposals = arePorts ? portsAmong(inOneCountry(all)) : inOneCountry(all);
  const kindOf = (code: string | null): string | null => {
    if (code === null || !places.has(code)) return null;
    const { kind, country } = places.get(code);
    return `${kind} ${country ?? ''}`;
  };
  const clear = proposals
    .filter(({ confidence }) => confidence >= thresholds.taken)
    .map(({ to }) => kindOf(to));
  const counts = new Map<string | null, number>();
  for (const kind of clear) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const [usual] = [...counts].sort((a, b) => b[1] - a[1]);
  if (
    !usual ||
    usual[0] === null ||
    usual[1] < thresholds.usualPlaces ||
    usual[1] < clear.length * thresholds.usualKind
  )
    return proposals;
  return proposals.map((proposal) => {
    const fits =
      proposal.confidence >= 0.6 &&
      proposal.confidence < thresholds.taken &&
      kindOf(proposal.to) === usual[0];
    return fits
      ? {
          ...proposal,
          match: 'exact' as const,
          confidence: 0.92,
          reason: joinWith(
            [
              proposal.reason,
              inFour(
                '{n} van de andere labels zijn van deze soort',
                '{n} des autres libellés sont de cette sorte',
                '{n} der anderen Bezeichnungen sind von dieser Art',
                '{n} of the other labels are of this kind',
                { n: usual[1] },
              ),
            ],
            semicolon,
          ),
        }
      : proposal;
  });
}

/** Among countries, their union by a name that the list of places has ("European Union - 27 countries (from 2020)"). */
function asUnion(proposal: CodeProposal, language: Language): CodeProposal {
  const match = proposal.to === null ? places.lookup(proposal.label, language) : null;
  return match?.kind === 'exact' && match.entry.kind === 'area'
    ? {
        ...proposal,
        to: match.entry.code,
        match: 'exact',
        confidence: 0.95,
        reason: quoted(proposal.label),
      }
    : proposal;
}

/** A column whose cells stand for codes of a list: the codes themselves, their labels, a few words, or a crosswalk. */
export function writeCodes(
  field: string,
  list: string,
  labels: readonly string[],
  language: Language,
  file: string,
  country?: string | null,
  arePorts = false,
): CodeWriting {
  if (labels.length === 0)
    return { written: { to: field }, crosswalks: [], decide: [], found: 0, all: 0 };
  if (labels.every((label) => isCode(list, label))) {
    const aliases = labels.some(
      (label) =>
        !label.includes('+') &&
        codeLists[list]?.has(label) &&
        codeLists[list].get(label).code !== label,
    );
    const split = labels.some((label) => label.includes('+'));
    const written = { to: field, ...(aliases && { list }), ...(split && { split: '+' }) };
    return { written, crosswalks: [], decide: [], found: labels.length, all: labels.length };
  }
  const bare = list === 'substances' ? labels.map((label) => bareDrug(label, language)) : labels;
  const proposals = propose(bare, list, { language, country: country ?? null }).map(
    (proposal, at) => ({ ...proposal, label: labels[at] ?? proposal.label }),
  );
  const rows = (list === 'places' ? amongLikes(proposals, arePorts) : proposals)
    .map((proposal) => (field === 'place' ? asUnion(proposal, language) : proposal))
    .map(rowOf)
    .map((row) => (list === 'substances' ? withoutTotal(severalIn(row, proposals)) : row));
  const found = rows.filter(({ to }) => to !== null).length;
  const base = { found, all: labels.length };
  const byName = labels.every(
    (label) => ownValue(codeLists, list)?.lookup(label, language).kind === 'exact',
  );
  if (byName) return { written: { to: field, list }, crosswalks: [], decide: [], ...base };
  const plain = rows.every(({ to, match, decide }) => to !== null && match === 'exact' && !decide);
  if (plain && rows.length <= thresholds.inlineCodes) {
    const codes = Object.fromEntries(rows.map(({ from, to }) => [from, to]));
    return { written: { to: field, codes }, crosswalks: [], decide: [], ...base };
  }
  const required = field !== 'substance' && field !== 'offence';
  const written = {
    to: field,
    crosswalk: file,
    ...(rows.some(({ match }) => match === 'narrower') &&
      required && { accept: ['exact', 'narrower'] }),
  };
  return { written, crosswalks: [{ file, list, rows }], decide: questions(rows, list), ...base };
}
