import {
  type Reconciled,
  type ReconciledField,
  reconcile,
  recordName,
  type Statement,
  statementsOf,
  type WeightReadings,
  weightRule,
  weightRules,
} from '@samenbeeld/merge';
import type { Block, TableBlock } from '@samenbeeld/page';
import {
  agencies,
  type CodeEntry,
  type CodeList,
  concealments,
  countries,
  joinWith,
  type Seizure,
  semicolon,
  substances,
  type Text,
  transportModes,
} from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { countedOnce } from '../finds/counted-once.ts';
import { dayAndPlace } from '../finds/double-reports.ts';
import {
  coloned,
  column,
  dated,
  joined,
  labelled,
  numeral,
  placeText,
  plain,
  text,
} from '../text.ts';

/** What each field is called. */
const fieldNames: Readonly<Record<ReconciledField, Text>> = {
  date: text('datum', 'date', 'Datum', 'date'),
  place: text('plaats', 'lieu', 'Ort', 'place'),
  substance: text('middel', 'produit', 'Stoff', 'substance'),
  containerKey: text('container', 'conteneur', 'Container', 'container'),
  departureCountry: text('vertrekland', 'pays de départ', 'Abgangsland', 'country of departure'),
  coverLoadHs: text('deklading (GS)', 'chargement (SH)', 'Tarnladung (HS)', 'cover load (HS)'),
  concealment: text('verborgen', 'dissimulation', 'Versteck', 'concealment'),
  transportMode: text('vervoer', 'transport', 'Transport', 'transport'),
  arrests: text('aanhoudingen', 'arrestations', 'Festnahmen', 'arrests'),
};

const lists: Partial<Readonly<Record<ReconciledField, CodeList<CodeEntry>>>> = {
  substance: substances,
  departureCountry: countries,
  concealment: concealments,
  transportMode: transportModes,
};

/** A value as a reader reads it; of a container only the start of its hash. */
function shown(field: ReconciledField, value: string | number): Text {
  const list = lists[field];
  if (typeof value === 'number') return numeral(value);
  if (field === 'date') return dated(value);
  if (field === 'place') return placeText(value);
  if (field === 'containerKey') return plain(`#${value.slice(0, 6)}`);
  return list ? labelled(list, value) : plain(value);
}

/** Why a value stands. */
const rules: Readonly<Record<Exclude<Reconciled['rule'], 'same'>, Text>> = {
  stated: text(
    'genoemd gaat voor onbekend of overig',
    'mentionné l’emporte sur inconnu ou autre',
    'Genanntes geht Unbekanntem oder Sonstigem vor',
    'stated goes before unknown or other',
  ),
  finer: text(
    'nauwkeuriger gaat voor ruwer',
    'le plus précis l’emporte',
    'Genaueres geht Gröberem vor',
    'finer goes before rougher',
  ),
  'day-of-find': text(
    'de dag van de vangst gaat voor die van de registratie',
    'le jour de la saisie l’emporte sur celui de l’enregistrement',
    'der Tag des Fundes geht dem der Erfassung vor',
    'the day of the find goes before that of its registration',
  ),
  'who-seized': text(
    'wie in beslag nam, gaat voor',
    'qui a saisi l’emporte',
    'wer sichergestellt hat, geht vor',
    'who seized goes before who was told',
  ),
};

/** A row before it is sorted: which find, what stands, what was said otherwise, and by which rule. */
interface Settled {
  readonly lead: Seizure;
  readonly field: Text;
  readonly stands: Text;
  readonly otherwise: Text;
  readonly rule: Text;
}

const weightName = text('gewicht', 'poids', 'Gewicht', 'weight');
const gross = text(' bruto', ' brut', ' brutto', ' gross');
const byWhom = (lead: Seizure): Text =>
  joined(
    lead.agencies.map((agency) => labelled(agencies, agency)),
    ' + ',
  );

type ById = ReadonlyMap<string, Seizure>;

function said(what: Text, records: string, byId: ById): Text {
  const [first] = records.split('+');
  const who = byId.get(first ?? '');
  return coloned(
    what,
    joined([...(who ? [byWhom(who)] : []), plain(recordName(records, byId))], ', '),
  );
}

function weightText({ kg, massBasis }: Statement): Text {
  return joined([numeral(kg), plain(' kg'), ...(massBasis === 'gross' ? [gross] : [])], '');
}

/** The weight of a find that files tell differently. */
function settledWeight(
  members: readonly Seizure[],
  { told: [lead], low, high }: WeightReadings,
  byId: ById,
): readonly Omit<Settled, 'lead'>[] {
  if (!lead) return [];
  const others = statementsOf(members).filter(({ kg }) => kg !== lead.kg);
  if (others.length === 0) return [];
  const behind = new Set(others.map((one) => weightRules[weightRule(lead, one, { low, high })]));
  return [
    {
      field: weightName,
      stands: said(weightText(lead), lead.records.join('+'), byId),
      otherwise: joinWith(
        others.map((one) => said(weightText(one), one.records.join('+'), byId)),
        semicolon,
      ),
      rule: joinWith([...behind], semicolon),
    },
  ];
}

function settledFields(members: readonly Seizure[], byId: ById): readonly Omit<Settled, 'lead'>[] {
  return reconcile(members).flatMap(({ field, value, from, rule, kept }) =>
    rule === 'same' || value === null || kept.length === 0
      ? []
      : [
          {
            field: fieldNames[field],
            stands: said(shown(field, value), from, byId),
            otherwise: joinWith(
              kept.map((one) => said(shown(field, one.value), one.record, byId)),
              semicolon,
            ),
            rule: rules[rule],
          },
        ],
  );
}

/** Where records that count as one find say different things: what stands, by which rule, and what was said otherwise. */
export function reconciledTable(analysis: Analysis): readonly Block[] {
  const groups = countedOnce(analysis);
  const byId = new Map(analysis.gathered.seizures.map((seizure) => [seizure.id, seizure]));
  const settled = groups
    .filter(({ members }) => members.length > 1)
    .flatMap(({ lead, members, weight }): readonly Settled[] =>
      [...settledWeight(members, weight, byId), ...settledFields(members, byId)].map((one) => ({
        lead,
        ...one,
      })),
    )
    .toSorted((x, y) => (x.lead.date < y.lead.date ? -1 : x.lead.date > y.lead.date ? 1 : 0));
  return settled.length > 0 ? [tableOf(settled)] : [];
}

function tableOf(settled: readonly Settled[]): TableBlock {
  return {
    kind: 'table',
    caption: text(
      'Eén vangst, verschillende opgaven: wat geldt, en wat anders werd gemeld',
      'Une saisie, des mentions différentes : ce qui vaut, et ce qui fut dit autrement',
      'Ein Fund, verschiedene Angaben: was gilt, und was anders gemeldet wurde',
      'One find, told differently: what stands, and what was said otherwise',
    ),
    columns: [
      column('label', 'vangst', 'saisie', 'Fund', 'find'),
      column('words', 'waarover', 'sujet', 'worüber', 'about'),
      column('words', 'geldt', 'vaut', 'gilt', 'stands'),
      column('words', 'anders', 'autrement', 'anders', 'otherwise'),
      column('words', 'regel', 'règle', 'Regel', 'rule'),
    ],
    rows: settled.map(({ lead, field, stands, otherwise, rule }) => [
      { shown: dayAndPlace(lead) },
      { shown: field },
      { shown: stands },
      { shown: otherwise },
      { shown: rule },
    ]),
    notes: [
      text(
        'Niets wordt gemiddeld en niets gaat verloren: wat anders werd gemeld, blijft in de tabellen van het beeld staan.',
        'Aucune moyenne n’est faite et rien n’est perdu : ce qui a été déclaré autrement reste dans les données.',
        'Nichts wird gemittelt und nichts geht verloren: Was anders gemeldet wurde, bleibt in den Tabellen des Lagebilds.',
        'Nothing is averaged and nothing is lost: what was said otherwise stays in the tables of the picture.',
      ),
    ],
  };
}
