import type { Why } from '@samenbeeld/page';
import type { Break, Observation } from '@samenbeeld/schema';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis.ts';
import { findSource } from '../../src/find-source.ts';
import type { Held, PictureAsked } from '../../src/held.ts';
import { requestsOf } from '../../src/requests/requests.ts';
import { requestBlocks } from '../../src/requests/requests-chapter.ts';
import { bestPracticeBlocks } from '../../src/sources/best-practice-chapter.ts';
import { contestedFinding } from '../../src/totals/contested-finding.ts';
import { besideTotals, memberTable } from '../../src/totals/total-blocks.ts';
import { yearlyTable } from '../../src/totals/yearly-table.ts';

let made = 0;
/** A figure of Vlissingen in 2022, unless said otherwise. */
function figure(value: number, changes: Partial<Observation> = {}): Observation {
  made += 1;
  return {
    ...{ kind: 'observation', id: `row-${String(made).padStart(3, '0')}`, source: 'made' },
    ...{ reference: null, publication: `https://harc.example/${made}`, stat: 'sum' },
    ...{ value, printed: String(value), wording: 'exact', wordingPrinted: null, unit: 'kg' },
    ...{ missing: null, status: 'A', extent: 'whole', place: 'NLVLI', placeNote: null },
    ...{ basis: 'seized_in_port', containsOwn: null, agencies: ['NL_HARC'], substance: 'COC' },
    ...{ offence: null, nationalCode: null, countUnit: null, definition: null, level: null },
    ...{ periodStart: '2022-01-01', periodEnd: '2022-12-31', freq: 'A', publishedOn: '2024' },
    ...{ confidence: 'high', note: null, origin: { file: 'made.csv', line: made } },
    ...{ metric: 'quantity' },
    ...changes,
  } as unknown as Observation;
}

const year = (of: number): Partial<Observation> => ({
  ...{ periodStart: `${of}-01-01`, periodEnd: `${of}-12-31` },
});

/** What is requested where a place is asked. */
function analysed(observations: readonly Observation[], place = 'NLVLI', more: Partial<Held> = {}) {
  const picture = {
    ...{ picture: 'made', asOf: '2026-06-30', seed: 1, twoPersons: false, deciding: [] },
    ...{ report: null },
    questions: [
      { place, substance: 'COC', basis: 'seized_in_port', metric: 'quantity', unit: 'kg' },
    ],
  } satisfies PictureAsked;
  const held: Held = {
    ...{
      sources: [findSource('published-claims')],
      seizures: [],
      conservation: [],
      inputs: [],
      money: null,
      observations,
    },
    ...more,
  };
  return analyse(picture, held, []);
}
const told = (...given: Parameters<typeof analysed>) =>
  requestsOf(analysed(...given)).map(({ kind, to, places, periods, width }) =>
    [kind, to.join('+'), places.join('+'), periods.join(' '), width].join(' | '),
  );

/** What was checked is known of every year, so that it is not asked. */
const checked = [2020, 2021, 2022, 2023].map((of) =>
  figure(10, { ...year(of), metric: 'controls', unit: 'control', substance: null, stat: 'count' }),
);

const contestedTitle = { nl: '', fr: '', de: '', en: '' };

describe('services that each count for themselves', () => {
  const services = analysed(
    [
      figure(83.8, { place: 'LU', agencies: ['LU_POL'] }),
      figure(70.5, { place: 'LU', agencies: ['LU_CUST'] }),
    ],
    'LU',
  );

  it('contradict nothing, wherever they are told', () => {
    expect(contestedFinding(services)?.title.en).toBe('Services each count for themselves');
    expect(contestedFinding(services)?.text.en).toBe(
      'For 2022 there are separate counts, each of one service (2022 Luxembourg: each service counted for itself, together between 83.8 and 154.3). They do not contradict each other; whether they hold the same finds is not known, so a range stands.',
    );
    const boxes = besideTotals(services.result).map((block) => 'title' in block && block.title);
    expect(boxes).toMatchObject([{ en: 'Services that each count for themselves' }]);
    const told = JSON.stringify(requestBlocks(services, {}));
    expect(told).toContain('which finds are in more than one figure?');
    expect(told).not.toContain('What does each figure count');
    const page = JSON.stringify(bestPracticeBlocks(services, {}, () => ({}) as Why));
    const [data, not] = ['On what data', 'What may not be said'].map((title) =>
      page.indexOf(title),
    );
    const none = page.indexOf('No contradiction is open.');
    expect([none > (data ?? -1), none < (not ?? -1)]).toEqual([true, true]);
    // What may be said is said of each question, and each line names what it is of.
    const [first] = services.answers;
    const two = { ...services, answers: first ? [first, first] : [] };
    const may = bestPracticeBlocks(two, {}, () => ({}) as Why).flatMap((block) =>
      block.kind === 'list' ? block.items.map(({ text }) => text.en) : [],
    );
    expect(may.filter((line) => /of 1: Luxembourg 1\b/u.test(line))).toEqual(
      Array.from({ length: 2 }, () => expect.stringMatching(/^Luxembourg, cocaine, /u)),
    );
    // Of no source there is no list of them, nor a count.
    expect(page.includes('Sources of: ')).toBe(services.gathered.sources.length > 0);
    const bare = { ...services, gathered: { ...services.gathered, sources: [] } };
    const empty = JSON.stringify(bestPracticeBlocks(bare, {}, () => ({}) as Why));
    expect(empty).toContain('No source of this picture may stand on this page.');
    expect(empty).not.toContain('Sources of');
    const [marks] = yearlyTable(services.totals, null, contestedTitle, null).rows.map((row) =>
      row.flatMap(({ mark }) => mark ?? []),
    );
    expect(marks).toEqual(['apart', 'complete']);
    const [cell] = memberTable(services.result).rows[0]?.slice(1) ?? [];
    expect(cell?.mark).toBe('apart');
    expect(cell?.why?.evidence.map(({ role }) => role)).toEqual(['apart', 'apart']);
  });
});

describe('requestsOf', () => {
  it('asks nothing where exact figures of every year stand, and what was checked', () => {
    expect(told([figure(100), figure(90, year(2021)), ...checked])).toEqual([]);
    expect(told([figure(100)])).toEqual(['controls | NL_CUST | NLVLI | 2022 | ']);
  });

  it('asks one service once for all the years that it lacks, also those of which only a part is known', () => {
    const rows = [
      ...[figure(100, year(2020)), ...checked],
      figure(40, { periodStart: '2022-01-01', periodEnd: '2022-06-30' }),
      figure(70, { ...year(2023), wording: 'floor' }),
    ];
    expect(told(rows)).toEqual(['whole | NL_HARC | NLVLI | 2021 2022 2023 | ']);
    const [request] = requestsOf(analysed(rows));
    expect(request?.known).toEqual([
      { period: '2022', part: { why: 'part', span: '2022-01-01/2022-06-30' } },
      { period: '2023', part: { why: 'floor' } },
    ]);
    const find = figure(80, { ...year(2023), extent: 'one_find', periodStart: '2023-12-31' });
    const known = (...more: readonly Observation[]) =>
      requestsOf(analysed(more))[0]?.known.map(({ part }) => part.why);
    expect([known(find), known(find, figure(70, { ...year(2023), wording: 'floor' }))]).toEqual([
      ['finds'],
      ['floor'],
    ]);
  });

  it('asks whoever counts a wider area, then whoever counts beside it, then the country', () => {
    const together = [figure(100), ...checked];
    const [near] = requestsOf(analysed(together, 'NLVLI+NLTNZ'));
    expect([near?.places, near?.to, near?.completes]).toEqual([['NLTNZ'], ['NL_HARC'], ['2022']]);
    const wider = figure(500, { place: 'PC_HARC', agencies: ['NL_CUST'] });
    expect(requestsOf(analysed([...together, wider], 'NLVLI+NLTNZ'))[0]?.to).toEqual(['NL_CUST']);
    const abroad = requestsOf(analysed(together, 'NLVLI+BEGNE'));
    expect(abroad.map(({ to, country, places }) => [to, country, places])).toContainEqual([
      ...[[], 'BE', ['BEGNE']],
    ]);
  });

  it('asks which of two figures holds, by what it would narrow, and the exact number last', () => {
    const rows = [
      ...[figure(100, year(2020)), figure(300, { ...year(2020), agencies: ['PRESS'] })],
      ...[figure(100, year(2021)), figure(110, { ...year(2021), agencies: ['PRESS'] })],
      ...[figure(2000, { wording: 'rounded' }), ...checked],
    ];
    expect(told(rows).map((line) => line.split(' | ').slice(0, 1).join())).toEqual([
      ...['contradiction', 'contradiction', 'rounded'],
    ]);
    const [first, second] = requestsOf(analysed(rows));
    expect([first?.periods[0], second?.periods[0]]).toEqual([
      '2020-01-01/2020-12-31',
      '2021-01-01/2021-12-31',
    ]);
    expect([first?.width, first?.to]).toEqual([200, ['NL_HARC']]);
  });

  it('says nothing of a contradiction of a place that nobody asks about', () => {
    const elsewhere = { place: 'NLRTM' };
    const rows = [
      ...[figure(100), ...checked],
      ...[figure(5, elsewhere), figure(9, { ...elsewhere, agencies: ['PRESS'] })],
    ];
    expect(analysed(rows).conflicts.map(({ place }) => place)).toEqual(['NLRTM']);
    expect(told(rows)).toEqual([]);
  });

  it('asks one year by both rules where a series that is asked breaks within its years', () => {
    const rows = [figure(100, year(2021)), figure(90), ...checked];
    const asked = (on: string) => {
      const changed: Break = {
        ...{ id: 'made 1', source: 'made', on, kind: 'system', severity: 'block_trend' },
        ...{ series: { place: 'NLVLI', basis: 'seized_in_port' } },
        note: { nl: 'nieuw', fr: 'nouveau', de: 'neu', en: 'new' },
      };
      return requestsOf({ ...analysed(rows), breaks: [changed] }).map(({ kind }) => kind);
    };
    expect(asked('2022-01-01')).toEqual(['break']);
    expect(asked('2019-01-01')).toEqual([]);
  });
});

describe('requestBlocks', () => {
  it('names the years in words that can be sent, and can be narrowed to one service', () => {
    const rows = [figure(100, year(2020)), figure(90, year(2023)), ...checked];
    const [table] = requestBlocks(analysed(rows), { agency: 'NL_HARC' });
    const cells = table?.kind === 'table' ? (table.rows[0] ?? []).map(({ shown }) => shown) : [];
    expect(cells.map(({ en }) => en)).toEqual([
      'HARC team',
      'The full figure of 2021 and 2022: Vlissingen, cocaine, seized in the port, kg',
      'without it the total of 2021 and 2022 has no upper end',
      '–',
    ]);
    expect(cells[1]?.nl).toBe(
      'Het volledige cijfer van 2021 en 2022: Vlissingen, cocaïne, in de haven in beslag genomen, kg',
    );
    expect(requestBlocks(analysed(rows), { agency: 'BE_CUST' })[0]?.kind).toBe('paragraph');
  });
});
