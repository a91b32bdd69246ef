import { type Why, why as whyFigure } from '@samenbeeld/merge';
import { escapeXml, formatPeriod, type Language, ownValue, type Text } from '@samenbeeld/schema';
import {
  type Cell,
  folded,
  type Grid,
  grid,
  heading,
  list,
  output,
  type Part,
  paragraph,
} from './html.ts';
import type { Bundle } from './kernel.ts';
import { agencyNames, numberIn, placeName, quantityIn, worded } from './labels.ts';
import type { Picture } from './opened-picture.ts';
import { answerLater, type Refused } from './refused.ts';
import { awaited } from './show.ts';
import { type View, view } from './view.ts';
import { type WordName, words } from './words.ts';

/** Everything behind one figure, down to file, line, column and raw cell. */
export interface WhyAnswer extends View {
  readonly kind: 'why';
  readonly picture: Picture;
  readonly why: Why;
}

const roles: Readonly<Record<string, Text>> = {
  governing: { nl: 'geldt', fr: 'fait foi', de: 'maßgeblich', en: 'governs' },
  combined: { nl: 'sluit aan', fr: 'concorde', de: 'stimmt überein', en: 'agrees' },
  absorbed: { nl: 'opgegaan', fr: 'absorbé', de: 'enthalten', en: 'absorbed' },
  rival: { nl: 'in tegenspraak', fr: 'en contradiction', de: 'im Widerspruch', en: 'contends' },
  find: { nl: 'ondergrens', fr: 'plancher', de: 'Untergrenze', en: 'floor' },
  ceiling: {
    nl: 'voor een plafond',
    fr: 'pour un plafond',
    de: 'für eine Obergrenze',
    en: 'for a ceiling',
  },
  not_added: { nl: 'niet opgeteld', fr: 'non additionné', de: 'nicht addiert', en: 'not added' },
  explained: { nl: 'verklaard', fr: 'expliqué', de: 'erklärt', en: 'explained' },
  set_aside: {
    nl: 'opzijgezet door een beslissing',
    fr: 'écarté par une décision',
    de: 'durch eine Entscheidung zurückgestellt',
    en: 'set aside by a decision',
  },
  added: { nl: 'opgeteld', fr: 'additionné', de: 'addiert', en: 'added' },
  counted: { nl: 'geteld', fr: 'compté', de: 'gezählt', en: 'counted' },
  merged: { nl: 'dubbele melding', fr: 'doublon', de: 'Doppelmeldung', en: 'double report' },
};

function roleOf(role: string, language: Language): string {
  return ownValue(roles, role)?.[language] ?? role;
}

function cellOf(origin: {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly raw: string;
}): Cell {
  const at = `${origin.file}:${origin.line}:${origin.column}`;
  return {
    html: `<code>${escapeXml(at)}</code> = <code>${escapeXml(origin.raw)}</code>`,
    plain: `${at} = ${origin.raw}`,
  };
}

function evidence({ lines, events }: Why, language: Language): Grid {
  const say = (name: WordName) => ({ label: words[name][language] });
  return {
    headings: [
      say('role'),
      say('reference'),
      say('place'),
      say('period'),
      { ...say('figure'), number: true },
      say('agency'),
      { ...say('published'), tight: true },
      say('cell'),
    ],
    rows: [
      ...lines.flatMap(({ role, claim }) =>
        claim.rows.map((row): readonly Cell[] => [
          roleOf(role, language),
          row.reference ?? '–',
          placeName(row.place, language),
          formatPeriod({ start: row.periodStart, end: row.periodEnd }, language),
          worded(row, language),
          agencyNames(row.agencies, language),
          row.publishedOn ?? '–',
          cellOf(row.origin),
        ]),
      ),
      ...events.map(({ role, seizure }): readonly Cell[] => [
        roleOf(role, language),
        '–',
        placeName(seizure.place, language),
        seizure.date,
        quantityIn(seizure.quantity, seizure.unit, language),
        agencyNames(seizure.agencies, language),
        '–',
        cellOf(seizure.origin),
      ]),
    ],
  };
}

function outputs({ picture, why }: WhyAnswer): readonly Bundle[] {
  const { language } = picture;
  const { total, conflicts, notAdded, decisions } = why;
  const { lowest, likely, highest } = total.reported;
  const figure =
    likely === 'undecided' ? words.undecided[language] : quantityIn(likely, total.unit, language);
  const kind = total.method ? words.modelled : words.reported;
  const reported = `${kind[language]}: ${numberIn(lowest, language)} / ${figure} / ${numberIn(highest, language)}`;
  const always = total.method
    ? ''
    : ` ${words.total[language]}: ${words.atLeast[language]} ${numberIn(total.total.atLeast, language)}, ${words.atMost[language]} ${numberIn(total.total.atMost, language)}.`;
  const lists: readonly Part[] = [
    ...(conflicts.length > 0
      ? [
          folded(`${words.conflicts[language]}: ${conflicts.length}`, [
            list(conflicts.map(({ explanation }) => explanation[language])),
          ]),
        ]
      : []),
    ...(notAdded.length > 0
      ? [
          folded(`${words.notAdded[language]}: ${notAdded.length}`, [
            list(notAdded.map(({ reason }) => reason[language])),
          ]),
        ]
      : []),
    ...(decisions.length > 0
      ? [
          folded(`${words.decisions[language]}: ${decisions.length}`, [
            list(
              decisions.map(
                ({ decision, inForce, lapsed }) =>
                  `${decision.verdict}${inForce ? '' : ' ×'}${lapsed ? ` (${lapsed[picture.language]})` : ''}: ${decision.reason} (${decision.role}, ${decision.time})`,
              ),
            ),
          ]),
        ]
      : []),
  ];
  return [
    output(picture, [
      heading(`${placeName(total.complex, language)} ${total.period}`),
      paragraph(`${reported}.${always}`),
      list(total.causes.map(({ text }) => text[language])),
      grid(evidence(why, language)),
      ...lists,
    ]),
  ];
}

/**
 * Why a figure is what it is: every claim or record behind it with its part in it, down to file, line, column and raw
 * cell. It is computed again from the picture's rows and refused where the two differ.
 *
 * @param cell "NSP cocaine 2022", "Vlissingen 2023"
 */
export function why(picture: Picture, cell: string): Promise<WhyAnswer | Refused> {
  const asked = answerLater(picture, async (): Promise<WhyAnswer> => {
    const found = await whyFigure(picture.stored, cell);
    return view<WhyAnswer>({ kind: 'why', picture, why: found }, outputs);
  });
  return awaited('why(…)', asked);
}
