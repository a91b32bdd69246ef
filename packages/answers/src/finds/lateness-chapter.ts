import type { Block, Figure } from '@samenbeeld/page';
import { type Finding, RefusalError, substances, type Text } from '@samenbeeld/schema';
import { nowcast } from '@samenbeeld/trends';
import type { Analysis } from '../analysis.ts';
import { column, countedIn, labelled, none, numeral, plain, text } from '../text.ts';
import { countedOnce, yearOf } from './counted-once.ts';

/** Months after the end of a year at which its finds are counted. */
const ages = [0, 3, 6, 12, 18, 24] as const;

/** Fewer years than this leave no way of growing to tell. */
const fewestYears = 3;

/** The last day of the month so many months after a year's end, ISO. */
function endOfAge(year: number, months: number): string {
  return new Date(Date.UTC(year, 12 + months, 0)).toISOString().slice(0, 10);
}

/** Finds of each year that were registered by each age; null where the picture's day is before it. */
function triangleOf(analysis: Analysis) {
  const { picture } = analysis;
  const groups = countedOnce(analysis);
  const registered = groups.flatMap((group) => {
    const day = group.lead.registeredOn;
    return day === null ? [] : [{ year: Number(yearOf(group)), day }];
  });
  const years = [...new Set(registered.map(({ year }) => year))].sort();
  const [first = 0, last = -1] = [years[0], years.at(-1)];
  const rows = Array.from({ length: last - first + 1 }, (_, at) => {
    const year = first + at;
    const own = registered.filter((one) => one.year === year);
    return {
      periodStart: `${year}-01-01`,
      periodEnd: `${year}-12-31`,
      values: ages.map((months) => {
        const end = endOfAge(year, months);
        return end > picture.asOf ? null : own.filter(({ day }) => day <= end).length;
      }),
    };
  }).filter(({ values }) => values[0] !== null);
  return { rows, registered: registered.length, undated: groups.length - registered.length };
}

/**
 * How late finds are registered, by year and age, and how many the newest year may come to have. Finds count once, on the day
 * of the record that leads.
 */
export function latenessGiven(analysis: Analysis): {
  readonly blocks: readonly Block[];
  readonly findings: readonly Finding[];
} {
  const { rows, registered, undated } = triangleOf(analysis);
  const { place, substance } = analysis.question;
  const label = countedIn(analysis.question, place, labelled(substances, substance ?? ''));
  const found = ((): { readonly finding: Finding } | { readonly why: Text } => {
    if (rows.length < fewestYears) return { why: tooFew };
    try {
      return {
        finding: nowcast(
          { by: 'lag', unit: 'seizure', columns: ages, rows },
          { label, subject: `${place} ${substance ?? ''}` },
        ),
      };
    } catch (error) {
      if (error instanceof RefusalError && error.says) return { why: error.says };
      throw error;
    }
  })();
  const counted = (value: number | null): Figure =>
    value === null ? { shown: none, value } : { shown: numeral(value), value };
  return {
    findings: 'finding' in found ? [found.finding] : [],
    blocks: [
      { kind: 'paragraph', text: 'finding' in found ? found.finding.says : found.why },
      {
        kind: 'table',
        caption: text(
          'Vangsten per jaar, geregistreerd tot zoveel maanden na het einde ervan',
          'Saisies par année, enregistrées jusqu’à tant de mois après sa fin',
          'Funde je Jahr, registriert bis so viele Monate nach dessen Ende',
          'Finds by year, registered up to so many months after its end',
        ),
        columns: [
          column('label', 'jaar', 'année', 'Jahr', 'year'),
          ...ages.map((months) => ({
            label: text('{m} maanden', '{m} mois', '{m} Monate', '{m} months', {
              m: plain(months),
            }),
            kind: 'number' as const,
          })),
        ],
        rows: rows.map(({ periodStart, values }) => [
          { shown: plain(periodStart.slice(0, 4)) },
          ...values.map(counted),
        ]),
        notes: [
          text(
            'Een streep: die dag ligt na de peildatum. {registered:# vangst|# vangsten} met een dag van registratie; {undated:geen enkele|#|#} zonder. De raming geldt zolang late meldingen binnenkomen zoals eerder.',
            'Un tiret : ce jour est postérieur à la date du tableau. {registered:# saisie|# saisies} avec un jour d’enregistrement ; {undated:aucune|#|#} sans. L’estimation vaut tant que les déclarations tardives arrivent comme auparavant.',
            'Ein Strich: Dieser Tag liegt nach dem Stichtag. {registered:# Fund|# Funde} mit einem Tag der Registrierung; {undated:keiner|#|#} ohne. Die Schätzung gilt, solange späte Meldungen eingehen wie zuvor.',
            'A dash: that day is after the day of the picture. {registered:# find|# finds} with a day of registration; {undated:none|#|#} without. The estimate holds as long as late reports come in as before.',
            { registered, undated },
          ),
        ],
      },
    ],
  };
}

const tooFew: Text = text(
  'Hoeveel er later nog bijkomt, is niet te zeggen: er zijn te weinig jaren met vangsten waarvan de dag van registratie bekend is.',
  'Impossible de dire combien s’ajoutera encore : trop peu d’années ont des saisies dont le jour d’enregistrement est connu.',
  'Wie viel später noch hinzukommt, lässt sich nicht sagen: Zu wenige Jahre haben Funde, deren Tag der Registrierung bekannt ist.',
  'How much is still to come cannot be said: too few years have finds whose day of registration is known.',
);
