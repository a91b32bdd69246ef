import {
  type Finding,
  type JointTotal,
  type MemberTotal,
  observationTable,
  type Range90,
  seizureTable,
  type TableColumn,
  type Unweighed,
} from '@samenbeeld/schema';
import type { PictureQuery, PictureRows } from '@samenbeeld/store';
import type { Analysis } from './analysis.ts';
import { decisionStateOf } from './document/decision-state.ts';
import { issueTable } from './issue-table.ts';
import { rowsOf } from './rows-of.ts';

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

interface Figures {
  readonly lowest: number | null;
  readonly likely: number | 'undecided' | null;
  readonly highest: number | null;
  readonly interval90?: Range90;
  readonly unweighed?: Unweighed;
}

const figuresOf = ({ reported, unweighed }: JointTotal): Figures => ({
  ...reported,
  ...(unweighed && { unweighed }),
});

/**
 * What is reported, without what a model weighs: of events what their records say by themselves, one figure only where they
 * leave no other.
 */
function reportedOf({ method }: Pick<JointTotal, 'method'>, figures: Figures): Figures {
  if (!method) return figures;
  const { lowest, highest } = figures.unweighed ?? { lowest: null, highest: null };
  return { lowest, likely: lowest === highest ? lowest : null, highest };
}

/** A range as it is published: what a model weighs (which records are one find, which reading a weight has) under a name of its own. */
function apart(total: Pick<JointTotal, 'method'>, range: Figures): object {
  const { lowest, likely: mean, highest, interval90, unweighed: _unweighed, ...rest } = range;
  return {
    ...rest,
    ...reportedOf(total, range),
    modelled: { lowest, likely: mean, highest, ...(interval90 && { interval90 }) },
  };
}

function published(total: JointTotal): object {
  if (!total.method) return total;
  const { reported: _reported, unweighed: _unweighed, ...rest } = total;
  const { modelled, ...reported } = apart(total, figuresOf(total)) as { readonly modelled: object };
  return {
    ...rest,
    reported,
    modelled,
    members: total.members.map((member) => apart(total, member)),
    together: total.together.map((member) => apart(total, member)),
  };
}

/** Columns of what a model weighs. */
function modelled<Row>(
  of: (row: Row) => Figures | null,
): Readonly<Record<string, readonly ['DECIMAL(38,12)', (row: Row) => number | null]>> {
  const column = (pick: (figures: Figures) => number | null) =>
    [
      'DECIMAL(38,12)',
      (row: Row): number | null => {
        const figures = of(row);
        return figures && pick(figures);
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

/** Tables that are there even when they are empty, because readers ask for them. */
const always: ReadonlySet<string> = new Set(['joint_total', 'decision']);

/** The tables of a picture, each in a total order. */
export function pictureTables(
  analysis: Analysis,
  findings: readonly Finding[],
): readonly (PictureRows | PictureQuery)[] {
  const { gathered, totals, conflicts, result, decisions, stale } = analysis;
  const stateOf = decisionStateOf(analysis);
  const gone = new Set(stale.map((decision) => decision.id));
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
        reported_lowest: ['DECIMAL(38,12)', (total) => reportedOf(total, figuresOf(total)).lowest],
        reported_likely: ['DECIMAL(38,12)', (total) => likely(reportedOf(total, figuresOf(total)))],
        reported_highest: [
          'DECIMAL(38,12)',
          (total) => reportedOf(total, figuresOf(total)).highest,
        ],
        ...modelled((total: JointTotal) => (total.method ? figuresOf(total) : null)),
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
        total_at_least: [
          'DECIMAL(38,12)',
          (total) => (total.method ? (total.unweighed?.lowest ?? null) : total.total.atLeast),
        ],
        total_at_most: [
          'DECIMAL(38,12)',
          (total) =>
            total.method && total.total.atMost !== null
              ? (total.unweighed?.highest ?? null)
              : total.total.atMost,
        ],
        status: ['VARCHAR', (total) => total.status],
        missing: ['VARCHAR', (total) => total.missing.join('+') || null],
        causes: [
          'VARCHAR',
          (total) => total.causes.map((cause) => cause.text.en).join('; ') || null,
        ],
        detail: ['VARCHAR', published],
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
        lowest: ['DECIMAL(38,12)', ({ total, member }) => reportedOf(total, member).lowest],
        likely: ['DECIMAL(38,12)', ({ total, member }) => likely(reportedOf(total, member))],
        highest: ['DECIMAL(38,12)', ({ total, member }) => reportedOf(total, member).highest],
        ...modelled(({ total, member }: { total: JointTotal; member: MemberTotal }) =>
          total.method ? member : null,
        ),
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
    rowsOf(
      'not_added',
      'Figures that stand beside the totals and are never added',
      result.notAdded,
      {
        period: ['VARCHAR', (entry) => entry.period],
        claim: ['VARCHAR', (entry) => entry.claim],
        place: ['VARCHAR', (entry) => entry.place],
        basis: ['VARCHAR', (entry) => entry.basis],
        value: ['DECIMAL(38,12)', (entry) => entry.value],
        wording: ['VARCHAR', (entry) => entry.wording],
        unit: ['VARCHAR', (entry) => entry.unit],
        kind: ['VARCHAR', (entry) => entry.kind],
        reason: ['VARCHAR', (entry) => entry.reason],
      },
    ),
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
      analysis.coverage,
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
    }),
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
    issueTable(gathered.issues),
  ].filter((table) => !('rows' in table) || [...table.rows].length > 0 || always.has(table.name));
}
