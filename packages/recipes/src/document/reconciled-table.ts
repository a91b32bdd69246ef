import {
  inKilograms,
  reconcile,
  recordName,
  type Statement,
  sizeDensity,
  statementsOf,
  weightReadings,
} from '@samenbeeld/merge';
import type { Block, TableBlock } from '@samenbeeld/report';
import { agencies, type Seizure, type Text } from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { countedOnce, isAsked } from './counted-once.ts';
import { dayAndPlace } from './double-reports.ts';
import { fieldNames, rules, shown, weightRules } from './reconciled-words.ts';
import { coloned, joined, joinedBySemicolon, labelled, numeral, plain, text } from './text.ts';

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
  usual: ReturnType<typeof sizeDensity>,
  byId: ById,
): readonly Omit<Settled, 'lead'>[] {
  const statements = statementsOf(members);
  const { told, low, high } = weightReadings(statements, usual);
  const [lead] = told;
  if (!lead) return [];
  const others = statements.filter((one) => one !== lead && one.kg !== lead.kg);
  if (others.length === 0) return [];
  const isOne = others.every((one) => told.includes(one));
  const isWide = others.some(({ kg }) => kg >= low && (high === null || kg <= high));
  const isNet = others.some(({ massBasis }) => massBasis === 'gross');
  return [
    {
      field: weightName,
      stands: said(weightText(lead), lead.records.join('+'), byId),
      otherwise: joinedBySemicolon(
        others.map((one) => said(weightText(one), one.records.join('+'), byId)),
      ),
      rule: weightRules[
        isOne
          ? isNet && lead.massBasis !== 'gross'
            ? 'net'
            : 'finer'
          : isWide
            ? 'likeliest'
            : 'unlikely'
      ],
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
            otherwise: joinedBySemicolon(
              kept.map((one) => said(shown(field, one.value), one.record, byId)),
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
  // Of the finds of every place, as the totals take it.
  const usual = sizeDensity(
    analysis.gathered.seizures.flatMap((seizure) => {
      const kg = isAsked(seizure, analysis.picture) ? inKilograms(seizure) : null;
      return kg === null ? [] : [{ id: seizure.id, kg }];
    }),
  );
  const settled = groups
    .filter(({ members }) => members.length > 1)
    .flatMap(({ lead, members }): readonly Settled[] =>
      [...settledWeight(members, usual, byId), ...settledFields(members, byId)].map((one) => ({
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
      { label: text('vangst', 'saisie', 'Fund', 'find'), kind: 'label' },
      { label: text('waarover', 'sujet', 'worüber', 'about'), kind: 'words' },
      { label: text('geldt', 'vaut', 'gilt', 'stands'), kind: 'words' },
      { label: text('anders', 'autrement', 'anders', 'otherwise'), kind: 'words' },
      { label: text('regel', 'règle', 'Regel', 'rule'), kind: 'words' },
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
