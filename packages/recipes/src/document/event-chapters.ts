import { countChart, seizureDotChart, sizeBandChart } from '@samenbeeld/charts';
import { type EventGroup, groupEvents, inKilograms } from '@samenbeeld/merge';
import type { Block, FindingBlock, Section, TableBlock } from '@samenbeeld/report';
import { agencies, type Finding, places, type Seizure, type Text } from '@samenbeeld/schema';
import { cochranArmitage, largestShare, leaveLargestOut, sizeBands } from '@samenbeeld/trends';
import { type Analysis, scope } from '../analysis.ts';
import { joined, labelled, none, numeral, plain, text } from './text.ts';

/** The seizures of the port on the basis of the picture, each counted once. */
export function countedOnce(analysis: Analysis): readonly EventGroup[] {
  const members = new Set(analysis.totals[0]?.members.map((member) => member.place));
  const inPort = analysis.gathered.seizures.filter(
    (seizure) =>
      members.has(seizure.place) &&
      seizure.basis === scope.basis &&
      seizure.substance.startsWith(scope.substance) &&
      (seizure.registeredOn ?? seizure.date) <= analysis.picture.asOf,
  );
  return groupEvents(
    inPort,
    analysis.doubleReports.filter((pair) => pair.verdict === 'same'),
  );
}

function yearOf(group: EventGroup): string {
  return group.lead.date.slice(0, 4);
}

/** A weight of more than this is large, in kilograms. */
const large = 100;

/** What the events allow that annual figures do not: sizes, the largest seizure, the trend without it. */
export function eventFindings(analysis: Analysis): {
  readonly share: Finding;
  readonly without: Finding;
  readonly smaller: Finding;
  readonly bands: Finding;
} {
  const groups = countedOnce(analysis);
  const years = analysis.totals.map((total) => total.period);
  const events = groups.map((group) => ({
    period: yearOf(group),
    quantity: inKilograms(group.lead),
  }));
  const about = {
    subject: 'PC_NSP COC seized_in_port kg',
    unit: 'kg',
    label: text(
      'Cocaïne in North Sea Port',
      'Cocaïne à North Sea Port',
      'Kokain in North Sea Port',
      'Cocaine in North Sea Port',
    ),
  };
  const known = (year: string) =>
    events.flatMap((event) =>
      event.period === year && event.quantity !== null ? [event.quantity] : [],
    );
  const largeCounts = years.map(
    (year) => known(year).filter((quantity) => quantity > large).length,
  );
  return {
    share: largestShare({ events }, about),
    without: leaveLargestOut({ events }, { ...about, covered: years }),
    smaller: cochranArmitage(
      largeCounts,
      years.map((year) => known(year).length),
      {
        ...about,
        groups: years,
        label: text(
          'Aandeel van de vangsten boven {v} kg',
          'Part des saisies de plus de {v} kg',
          'Anteil der Funde über {v} kg',
          'Share of finds over {v} kg',
          { v: large },
        ),
      },
    ),
    bands: sizeBands(
      events.map((event) => event.quantity),
      [1, 10, 100, 1000],
      about,
    ),
  };
}

/** How many records were double, and what that does to the total. */
export function doubleFinding(analysis: Analysis): FindingBlock {
  const same = analysis.doubleReports.filter((pair) => pair.verdict === 'same').length;
  const open = analysis.doubleReports.filter((pair) => pair.verdict === 'candidate').length;
  return {
    kind: 'finding',
    title: text(
      '{n} dubbele meldingen eenmaal geteld',
      '{n} doublons comptés une fois',
      '{n} Doppelmeldungen einmal gezählt',
      '{n} double reports counted once',
      { n: same },
    ),
    text: text(
      'Twee diensten meldden {n} keer dezelfde vangst; die telt één keer. {open} mogelijke paren verbreden alleen het bereik, tot iemand beslist.',
      'Deux services ont signalé {n} fois la même saisie ; elle compte une fois. {open} paires possibles n’élargissent que la fourchette, jusqu’à décision.',
      'Zwei Stellen meldeten {n}-mal denselben Fund; er zählt einmal. {open} mögliche Paare verbreitern nur die Spanne, bis jemand entscheidet.',
      'Two services reported the same find {n} times; it counts once. {open} possible pairs only widen the range, until someone decides.',
      { n: same, open },
    ),
    confidence: open === 0 ? 'high' : 'medium',
  };
}

function doubleTable(analysis: Analysis): TableBlock {
  const byId = new Map(analysis.gathered.seizures.map((seizure) => [seizure.id, seizure]));
  const who = (seizure: Seizure | undefined): Text =>
    joined(
      (seizure?.agencies ?? []).map((agency) => labelled(agencies, agency)),
      ' + ',
    );
  const weight = (seizure: Seizure | undefined): Text =>
    seizure?.quantity == null
      ? none
      : joined([numeral(seizure.quantity), plain(seizure.unit)], ' ');
  const cell = (seizure: Seizure | undefined) =>
    seizure ? `${seizure.origin.file}:${seizure.origin.line}` : '';
  return {
    kind: 'table',
    caption: text(
      'Dezelfde vangst in twee bestanden?',
      'La même saisie dans deux fichiers ?',
      'Derselbe Fund in zwei Dateien?',
      'The same find in two files?',
    ),
    columns: [
      {
        label: text('datum en haven', 'date et port', 'Datum und Hafen', 'date and port'),
        kind: 'label',
      },
      {
        label: text('eerste melding', 'première mention', 'erste Meldung', 'first report'),
        kind: 'words',
      },
      {
        label: text('tweede melding', 'seconde mention', 'zweite Meldung', 'second report'),
        kind: 'words',
      },
      { label: text('redenen', 'raisons', 'Gründe', 'reasons'), kind: 'words' },
      { label: text('punten', 'points', 'Punkte', 'points'), kind: 'number' },
      { label: text('oordeel', 'verdict', 'Urteil', 'verdict'), kind: 'words' },
    ],
    rows: analysis.doubleReports.map((pair) => {
      const [a, b] = [byId.get(pair.a), byId.get(pair.b)];
      const side = (seizure: Seizure | undefined) =>
        joined([who(seizure), weight(seizure), plain(cell(seizure))], ', ');
      return [
        { shown: joined([plain(a?.date ?? ''), labelled(places, a?.place ?? '')], ', ') },
        { shown: side(a) },
        { shown: side(b) },
        {
          shown: joined(
            pair.reasons.map((reason) => reason.text),
            '; ',
          ),
        },
        { shown: numeral(pair.points), value: pair.points },
        {
          shown:
            pair.verdict === 'same'
              ? text('dezelfde', 'la même', 'derselbe', 'the same')
              : pair.verdict === 'candidate'
                ? text('mogelijk', 'possible', 'möglich', 'possible')
                : text('verschillend', 'différente', 'verschieden', 'different'),
        },
      ];
    }),
  };
}

/** 4. Size from events: every seizure, counts, and the double reports. */
export function eventSizeChapter(analysis: Analysis): Section {
  const groups = countedOnce(analysis);
  const dots = groups.map((group) => ({
    id: group.lead.id,
    year: yearOf(group),
    place: group.lead.place,
    name: labelled(places, group.lead.place),
    value: inKilograms(group.lead),
  }));
  const members = analysis.totals[0]?.members.map((member) => member.place) ?? [];
  const counts = analysis.totals.flatMap((total) =>
    members.map((place) => ({
      period: total.period,
      kind: place,
      label: labelled(places, place),
      count: groups.filter((group) => group.lead.place === place && yearOf(group) === total.period)
        .length,
    })),
  );
  return {
    id: 'size',
    title: text(
      'Omvang: inbeslagnames',
      'Ampleur : saisies',
      'Umfang: Sicherstellungen',
      'Size: seizures',
    ),
    blocks: [
      {
        kind: 'chart',
        draw: (options) =>
          countChart(counts, {
            ...options,
            title: text(
              'Aantal vangsten per haven',
              'Nombre de saisies par port',
              'Anzahl der Funde je Hafen',
              'Number of finds by port',
            ),
          }),
      },
      {
        kind: 'chart',
        draw: (options) =>
          seizureDotChart(dots, {
            ...options,
            title: text(
              'Elke vangst apart',
              'Chaque saisie à part',
              'Jeder Fund für sich',
              'Each find apart',
            ),
          }),
      },
      ...(analysis.doubleReports.length > 0 ? [doubleTable(analysis)] : []),
    ],
  };
}

/** 5. Development from events: size bands over the years, and what the largest find does. */
export function eventDevelopmentChapter(analysis: Analysis, findings: readonly Finding[]): Section {
  const groups = countedOnce(analysis);
  const edges = [0, 1, 10, 100, 1000, Number.POSITIVE_INFINITY];
  const names = ['< 1 kg', '1–10 kg', '10–100 kg', '100–1000 kg', '> 1000 kg'];
  const bands = analysis.totals.flatMap((total) =>
    names.map((name, index) => ({
      period: total.period,
      kind: name,
      label: plain(name),
      count: groups.filter((group) => {
        const mass = inKilograms(group.lead);
        return (
          yearOf(group) === total.period &&
          mass !== null &&
          mass >= (edges[index] as number) &&
          mass < (edges[index + 1] as number)
        );
      }).length,
    })),
  );
  return {
    id: 'development',
    title: text('Ontwikkeling', 'Évolution', 'Entwicklung', 'Development'),
    blocks: [
      {
        kind: 'chart',
        draw: (options) =>
          sizeBandChart(bands, {
            ...options,
            title: text(
              'Worden de vangsten kleiner?',
              'Les saisies deviennent-elles plus petites ?',
              'Werden die Funde kleiner?',
              'Are finds becoming smaller?',
            ),
          }),
      },
      ...findings.map((finding): Block => ({ kind: 'paragraph', text: finding.says })),
    ],
  };
}
