import { decisionStateOf } from '@samenbeeld/answers';
import { coverage } from '@samenbeeld/merge';
import {
  apartRange,
  type Finding,
  type JointTotal,
  type MemberTotal,
  observationTable,
  seizureTable,
  storedTotal,
  type TableColumn,
  totalFigures,
} from '@samenbeeld/schema';
import type { PictureQuery, PictureRows } from '@samenbeeld/store';
import { rowsOf } from '@samenbeeld/store';
import type { BuiltAnalysis } from './analyse-picture.ts';
import { issueTable } from './issue-table.ts';

function records(name: string, table: readonly TableColumn[], description: string): PictureQuery {
  return {
    name,
    description,
    sql: `select ${table.map((column) => column.name).join(', ')} from ${name} order by id`,
  };
}

function likely(total: Pick<JointTotal['reported'], 'likely'>): number | null {
  return typeof total.likely === 'number' ? total.likely : null;
}

/** Columns of what a model weighs. */
function modelledColumns<Row>(
  of: (row: Row) => ReturnType<typeof apartRange>,
): Readonly<Record<string, readonly ['DECIMAL(38,12)', (row: Row) => number | null]>> {
  type Modelled = NonNullable<ReturnType<typeof apartRange>['modelled']>;
  const column = (pick: (modelled: Modelled) => number | null) =>
    [
      'DECIMAL(38,12)',
      (row: Row): number | null => {
        const { modelled } = of(row);
        return modelled && pick(modelled);
      },
    ] as const;
  return {
    modelled_lowest: column(({ lowest }) => lowest),
    modelled_likely: column(likely),
    modelled_highest: column(({ highest }) => highest),
    modelled_low90: column(({ interval90 }) => interval90?.low ?? null),
    modelled_high90: column(({ interval90 }) => interval90?.high ?? null),
  };
}

const ofTotal = (total: JointTotal) => apartRange(total, totalFigures(total));
const ofMember = ({
  total,
  member,
}: {
  readonly total: JointTotal;
  readonly member: MemberTotal;
}) => apartRange(total, member);

/** Every score of judgements, in the order of their file. */
function judgedScores(held: BuiltAnalysis['gathered']['priorities']) {
  if (!held) return [];
  const { rounds, phenomena, criteria, exercise } = held;
  return rounds.flatMap(({ on, judgements }, at) =>
    judgements.flatMap((judge) =>
      judge.scores.flatMap((row, p) =>
        row.map((score, c) => ({
          ...{ round: at + 1, on, judge, score, exercise },
          phenomenon: phenomena[p]?.id,
          criterion: criteria[c]?.id,
        })),
      ),
    ),
  );
}

/** Tables that are there even when they are empty, because readers ask for them. */
const always: ReadonlySet<string> = new Set(['joint_total', 'decision']);

/** The tables of a picture, each in a total order. */
export function pictureTables(
  analysis: BuiltAnalysis,
  findings: readonly Finding[],
): readonly (PictureRows | PictureQuery)[] {
  const { gathered, answers, whole, conflicts, decisions, stale, lapsed } = analysis;
  const { totals, notAdded } = whole;
  const stateOf = decisionStateOf(analysis);
  const notReplayed = gathered.replays
    .flatMap(({ inapplicable }) => inapplicable)
    .filter(({ why }) => why !== 'already-said');
  const gone = new Set(
    [...stale, ...notReplayed.map(({ decision }) => decision)].map(({ id }) => id),
  );
  return [
    ...(gathered.observations.length > 0
      ? [
          records(
            'observation',
            observationTable,
            'Claims and table cells, one a row, each with the cell it was read from',
          ),
        ]
      : []),
    ...(gathered.seizures.length > 0
      ? [
          records(
            'seizure',
            seizureTable,
            'Seizures, one a row, each with the cell it was read from',
          ),
        ]
      : []),
    rowsOf(
      'joint_total',
      'The joint totals: what is reported, what always holds, and how complete it is',
      totals,
      {
        key: ['VARCHAR', (total) => total.key],
        complex: ['VARCHAR', (total) => total.complex],
        period: ['VARCHAR', (total) => total.period],
        substance: ['VARCHAR', (total) => total.substance],
        basis: ['VARCHAR', (total) => total.basis],
        metric: ['VARCHAR', (total) => total.metric],
        unit: ['VARCHAR', (total) => total.unit],
        reported_lowest: ['DECIMAL(38,12)', (total) => ofTotal(total).reported.lowest],
        reported_likely: ['DECIMAL(38,12)', (total) => likely(ofTotal(total).reported)],
        reported_highest: ['DECIMAL(38,12)', (total) => ofTotal(total).reported.highest],
        ...modelledColumns(ofTotal),
        likely_state: [
          'VARCHAR',
          (total) =>
            total.reported.likely === 'undecided'
              ? 'undecided'
              : total.reported.likely === null
                ? 'none'
                : total.method
                  ? 'modelled'
                  : 'given',
        ],
        // Of events nothing holds without a model.
        total_at_least: ['DECIMAL(38,12)', (one) => (one.method ? null : one.total.atLeast)],
        total_at_most: ['DECIMAL(38,12)', (one) => (one.method ? null : one.total.atMost)],
        status: ['VARCHAR', (total) => total.status],
        missing: ['VARCHAR', (total) => total.missing.join('+') || null],
        causes: [
          'VARCHAR',
          (total) => total.causes.map((cause) => cause.text.en).join('; ') || null,
        ],
        detail: ['VARCHAR', storedTotal],
      },
    ),
    rowsOf(
      'joint_total_member',
      'Each port within each joint total',
      totals.flatMap((total) =>
        [...total.members, ...total.together].map((member) => ({ total, member })),
      ),
      {
        key: ['VARCHAR', ({ total }) => total.key],
        period: ['VARCHAR', ({ total }) => total.period],
        place: ['VARCHAR', ({ member }) => member.place],
        state: ['VARCHAR', ({ member }) => member.state],
        reason: ['VARCHAR', ({ member }) => (member.lowest === null ? member.state : null)],
        lowest: ['DECIMAL(38,12)', (row) => ofMember(row).reported.lowest],
        likely: ['DECIMAL(38,12)', (row) => likely(ofMember(row).reported)],
        highest: ['DECIMAL(38,12)', (row) => ofMember(row).reported.highest],
        ...modelledColumns(ofMember),
        governing: ['VARCHAR', ({ member }) => member.governing],
        absorbed: ['VARCHAR', ({ member }) => member.absorbed.join('+') || null],
        rivals: ['VARCHAR', ({ member }) => member.rivals.join('+') || null],
        finds: ['VARCHAR', ({ member }) => member.finds.join('+') || null],
      },
    ),
    rowsOf(
      'ceiling',
      'Ceilings on offer, and those in use',
      totals.flatMap((total) => total.ceilings.map((ceiling) => ({ total, ceiling }))),
      {
        key: ['VARCHAR', ({ ceiling }) => ceiling.key],
        period: ['VARCHAR', ({ total }) => total.period],
        places: ['VARCHAR', ({ ceiling }) => ceiling.places.join('+')],
        value: ['DECIMAL(38,12)', ({ ceiling }) => ceiling.value],
        whole: ['VARCHAR', ({ ceiling }) => ceiling.whole],
        parts: ['VARCHAR', ({ ceiling }) => ceiling.parts.join('+') || null],
        in_use: ['BOOLEAN', ({ ceiling }) => ceiling.inUse],
        assumption: ['VARCHAR', ({ ceiling }) => ceiling.assumption],
      },
    ),
    rowsOf('not_added', 'Figures that stand beside the totals and are never added', notAdded, {
      period: ['VARCHAR', (entry) => entry.period],
      claim: ['VARCHAR', (entry) => entry.claim],
      place: ['VARCHAR', (entry) => entry.place],
      basis: ['VARCHAR', (entry) => entry.basis],
      value: ['DECIMAL(38,12)', (entry) => entry.value],
      wording: ['VARCHAR', (entry) => entry.wording],
      unit: ['VARCHAR', (entry) => entry.unit],
      kind: ['VARCHAR', (entry) => entry.kind],
      reason: ['VARCHAR', (entry) => entry.reason],
    }),
    rowsOf(
      'conflict',
      'Claims that do not agree, why, what is proposed, and what was decided',
      conflicts,
      {
        key: ['VARCHAR', (conflict) => conflict.key],
        subject: ['VARCHAR', (conflict) => conflict.subject],
        type: ['VARCHAR', (conflict) => conflict.type],
        claims: ['VARCHAR', (conflict) => conflict.claims.join('+')],
        place: ['VARCHAR', (conflict) => conflict.place],
        substance: ['VARCHAR', (conflict) => conflict.substance],
        basis: ['VARCHAR', (conflict) => conflict.basis],
        period_start: ['VARCHAR', (conflict) => conflict.periodStart],
        period_end: ['VARCHAR', (conflict) => conflict.periodEnd],
        difference: ['DECIMAL(38,12)', (conflict) => conflict.difference],
        computed: ['BOOLEAN', (conflict) => conflict.computed],
        state: ['VARCHAR', (conflict) => conflict.state],
        explanation: ['VARCHAR', (conflict) => conflict.explanation],
        proposal: ['VARCHAR', (conflict) => conflict.proposal?.verdict],
        proposal_reason: ['VARCHAR', (conflict) => conflict.proposal?.reason],
        decision: ['VARCHAR', (conflict) => conflict.decision],
      },
    ),
    rowsOf(
      'coverage',
      'Port by year: reported, contested, finds only, not reported',
      answers.flatMap(({ settled }) => coverage(settled.totals)),
      {
        place: ['VARCHAR', (cell) => cell.place],
        period: ['VARCHAR', (cell) => cell.period],
        state: ['VARCHAR', (cell) => cell.state],
        claims: ['VARCHAR', (cell) => cell.claims.join('+') || null],
      },
    ),
    rowsOf(
      'double_report',
      'Pairs of records that may be one seizure, with the reasons',
      analysis.doubleReports,
      {
        key: ['VARCHAR', (pair) => pair.key],
        a: ['VARCHAR', (pair) => pair.a],
        b: ['VARCHAR', (pair) => pair.b],
        probability: ['DOUBLE', (pair) => pair.probability],
        weight: ['DOUBLE', (pair) => pair.weight],
        prior: ['DOUBLE', (pair) => pair.prior],
        verdict: ['VARCHAR', (pair) => pair.verdict],
        reasons: [
          'VARCHAR',
          (pair) =>
            pair.reasons.map((reason) => ({
              rule: reason.rule,
              weight: reason.weight,
              ...(reason.rarity !== undefined && { rarity: reason.rarity }),
              text: reason.text,
            })),
        ],
        decision: ['VARCHAR', (pair) => pair.decision],
      },
    ),
    rowsOf('decision', 'Every decision, superseded ones too', decisions, {
      id: ['VARCHAR', (decision) => decision.id],
      kind: ['VARCHAR', (decision) => decision.kind],
      subject: ['VARCHAR', (decision) => decision.subject],
      verdict: ['VARCHAR', (decision) => decision.verdict],
      role: ['VARCHAR', (decision) => decision.role],
      time: ['VARCHAR', (decision) => decision.time],
      reason: ['VARCHAR', (decision) => decision.reason],
      evidence: ['VARCHAR', (decision) => decision.evidence],
      supersedes: ['VARCHAR', (decision) => decision.supersedes],
      agency: ['VARCHAR', (decision) => decision.agency],
      taken_on: ['VARCHAR', (decision) => decision.takenOn],
      in_force: [
        'BOOLEAN',
        (decision) => ['in force', 'no longer applies'].includes(stateOf(decision.id)),
      ],
      applies: [
        'BOOLEAN',
        ({ id }) => !gone.has(id) && !['not allowed', 'disagreed'].includes(stateOf(id)),
      ],
      changed: ['VARCHAR', ({ id }) => lapsed.get(id)],
    }),
    rowsOf(
      'assessment',
      'Statements in words that the readers may see, each with its owner, marking and document',
      gathered.assessments.rows,
      {
        id: ['VARCHAR', (one) => one.id],
        source: ['VARCHAR', (one) => one.source],
        phenomenon: ['VARCHAR', (one) => one.phenomenon],
        place: ['VARCHAR', (one) => one.place],
        period_start: ['VARCHAR', (one) => one.periodStart],
        period_end: ['VARCHAR', (one) => one.periodEnd],
        kind: ['VARCHAR', (one) => one.kind],
        says: ['VARCHAR', (one) => one.says],
        confidence: ['VARCHAR', (one) => one.confidence],
        grade: ['VARCHAR', (one) => one.grade],
        evidence: ['VARCHAR', (one) => one.evidence.join(';')],
        country: ['VARCHAR', (one) => one.country],
        originator: ['VARCHAR', (one) => one.originator],
        marking: ['VARCHAR', (one) => one.marking],
        text: ['VARCHAR', (one) => one.text],
        language: ['VARCHAR', (one) => one.language],
        document: ['VARCHAR', (one) => one.document],
        paragraph: ['VARCHAR', (one) => one.paragraph],
        programmes: ['VARCHAR', (one) => one.programmes.join(';')],
      },
    ),
    rowsOf('finding', 'What the analyses found, with interval, method and sentence', findings, {
      kind: ['VARCHAR', (finding) => finding.kind],
      subject: ['VARCHAR', (finding) => finding.subject],
      estimate: ['DOUBLE', (finding) => finding.estimate],
      unit: ['VARCHAR', (finding) => finding.unit],
      low: ['DOUBLE', (finding) => finding.interval?.low],
      high: ['DOUBLE', (finding) => finding.interval?.high],
      level: ['DOUBLE', (finding) => finding.interval?.level],
      n: ['INTEGER', (finding) => finding.n],
      p: ['DOUBLE', (finding) => finding.p],
      method: ['VARCHAR', (finding) => finding.method],
      definition: ['VARCHAR', (finding) => finding.definition],
      assumptions: ['VARCHAR', (finding) => finding.assumptions],
      warnings: ['VARCHAR', (finding) => finding.warnings],
      confidence: ['VARCHAR', (finding) => finding.confidence],
      details: ['VARCHAR', (finding) => finding.details],
      says: ['VARCHAR', (finding) => finding.says],
    }),
    rowsOf(
      'conservation',
      'What became of the lines and items of each file',
      gathered.conservation,
      {
        source: ['VARCHAR', (file) => file.source],
        file: ['VARCHAR', (file) => file.file],
        sha256: ['VARCHAR', (file) => file.sha256],
        lines: ['INTEGER', (file) => file.lines.total],
        rows: ['INTEGER', (file) => file.rows],
        items: ['INTEGER', (file) => file.items],
        accepted: ['INTEGER', (file) => file.accepted],
        excluded: ['INTEGER', (file) => file.excluded],
        rejected: ['INTEGER', (file) => file.rejected],
        notes: ['INTEGER', (file) => file.notes],
        records: ['INTEGER', (file) => file.records],
        exclusions: ['VARCHAR', (file) => file.exclusions],
        rejections: ['VARCHAR', (file) => file.rejections],
        quantities: ['VARCHAR', (file) => file.quantities],
      },
    ),
    rowsOf(
      'barrier',
      'What stands in the way of each step of a barrier model, by what cited sources say of it',
      (gathered.barriers ?? []).flatMap((model) =>
        model.barriers.map((barrier) => ({ model, barrier })),
      ),
      {
        model: ['VARCHAR', ({ model }) => model.id],
        id: ['VARCHAR', ({ barrier }) => barrier.id],
        step: ['VARCHAR', ({ barrier }) => barrier.step],
        step_order: [
          'INTEGER',
          ({ model, barrier }) => model.steps.findIndex(({ id }) => id === barrier.step) + 1,
        ],
        says: ['VARCHAR', ({ barrier }) => barrier.text],
        type: ['VARCHAR', ({ barrier }) => barrier.type],
        mechanism: ['VARCHAR', ({ barrier }) => barrier.mechanism],
        status: ['VARCHAR', ({ barrier }) => barrier.status],
        owners: ['VARCHAR', ({ barrier }) => barrier.owners.join('+')],
        supporting: ['VARCHAR', ({ barrier }) => barrier.supporting.join('+') || null],
        countries: ['VARCHAR', ({ barrier }) => barrier.countries.join('+')],
        since: ['VARCHAR', ({ barrier }) => barrier.start],
        grade: ['VARCHAR', ({ barrier }) => barrier.grade],
        needs: ['VARCHAR', ({ barrier }) => barrier.needs.join('+') || null],
        cites: ['VARCHAR', ({ barrier }) => barrier.cites.join('+') || null],
        file: ['VARCHAR', ({ model }) => model.file],
        line: ['INTEGER', ({ barrier }) => barrier.line],
      },
    ),
    rowsOf(
      'judgement',
      'What functions of services judged of phenomena, one score a row; none where it was not judged',
      judgedScores(gathered.priorities),
      {
        round: ['INTEGER', ({ round }) => round],
        judged_on: ['VARCHAR', ({ on }) => on],
        country: ['VARCHAR', ({ judge }) => judge.country],
        agency: ['VARCHAR', ({ judge }) => judge.agency],
        role: ['VARCHAR', ({ judge }) => judge.role],
        phenomenon: ['VARCHAR', ({ phenomenon }) => phenomenon],
        criterion: ['VARCHAR', ({ criterion }) => criterion],
        score: ['DOUBLE', ({ score }) => score],
        exercise: ['BOOLEAN', ({ exercise }) => exercise],
      },
    ),
    issueTable(gathered.issues),
  ].filter(
    (table) =>
      !('rows' in table) ||
      [...table.rows].length > 0 ||
      always.has(table.name) ||
      (table.name === 'assessment' && analysis.picture.assessments.length > 0),
  );
}
