import { decisionStateOf } from '@samenbeeld/answers';
import { coverage } from '@samenbeeld/merge';
import {
  apartRange,
  capital,
  type Finding,
  type JointTotal,
  type MemberTotal,
  observationTable,
  type SheetName,
  type SheetRows,
  seizureTable,
  sheetFields,
  sheetKinds,
  storedTotal,
  totalFigures,
} from '@samenbeeld/schema';
import type { PictureQuery, PictureRows, RecordColumn } from '@samenbeeld/store';
import { rowsOf } from '@samenbeeld/store';
import type { BuiltAnalysis } from './analyse-picture.ts';
import type { GatheredSheets } from './gather-sheets.ts';
import { issueTable } from './issue-table.ts';

/** The records of a picture; their columns are described where they are defined. */
export function recordsTable(name: 'observation' | 'seizure'): PictureQuery {
  const [table, description] = recordTables[name];
  return {
    name,
    description,
    sql: `select ${table.map((column) => column.name).join(', ')} from ${name} order by id`,
    notes: Object.fromEntries(
      table.map(({ name: column, title, description: says, required, codes }) => [
        column,
        { title, description: says, ...(required && { required }), ...(codes && { codes }) },
      ]),
    ),
  };
}

const recordTables = {
  observation: [
    observationTable,
    'Claims and table cells, one a row, each with the cell it was read from',
  ],
  seizure: [seizureTable, 'Seizures, one a row, each with the cell it was read from'],
} as const;

function likely(total: Pick<JointTotal['reported'], 'likely'>): number | null {
  return typeof total.likely === 'number' ? total.likely : null;
}

/** Columns of what a model weighs. */
function modelledColumns<Row>(
  of: (row: Row) => ReturnType<typeof apartRange>,
): Readonly<Record<string, RecordColumn<Row>>> {
  type Modelled = NonNullable<ReturnType<typeof apartRange>['modelled']>;
  const column = (
    what: string,
    says: string,
    pick: (modelled: Modelled) => number | null,
  ): RecordColumn<Row> => [
    'DECIMAL(38,12)',
    `Modelled, ${what} | ${says}, where records of events are weighed, in the unit of the total; never quoted as reported.`,
    (row) => {
      const { modelled } = of(row);
      return modelled && pick(modelled);
    },
  ];
  return {
    modelled_lowest: column('lowest', 'Least', ({ lowest }) => lowest),
    modelled_likely: column('likely', 'Likeliest', likely),
    modelled_highest: column('highest', 'Most, empty where open', ({ highest }) => highest),
    modelled_low90: column(
      'low 90%',
      'Lower end of the middle 90%',
      (one) => one.interval90?.low ?? null,
    ),
    modelled_high90: column(
      'high 90%',
      'Upper end of the middle 90%, empty where open',
      (one) => one.interval90?.high ?? null,
    ),
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

/** The tables of the sheets that a picture names, one a kind; there even where its readers may see no row. */
function sheetTables(sheets: GatheredSheets): readonly PictureRows[] {
  return (Object.keys(sheetKinds) as SheetName[]).flatMap((kind) => {
    const rows = sheets[kind];
    if (rows === undefined) return [];
    const { table, rows: called } = sheetKinds[kind];
    const columns = sheetFields(kind).map(({ column, field, isNumber, needed, says }) => [
      column,
      [
        isNumber ? 'DOUBLE' : 'VARCHAR',
        `${capital(column.replaceAll('_', ' '))}${needed ? '*' : ''} | ${capital(says)}.`,
        (row: SheetRows[SheetName]) => {
          const value = (row as unknown as Readonly<Record<string, unknown>>)[field];
          return Array.isArray(value) ? value.join(';') : (value as string | number | null);
        },
      ] as const satisfies RecordColumn<SheetRows[SheetName]>,
    ]);
    return [
      rowsOf(
        table,
        `Rows of sheets of ${called.en} that the readers may see, each with its owner, marking and document`,
        rows,
        Object.fromEntries(columns) as Readonly<Record<string, RecordColumn<SheetRows[SheetName]>>>,
      ),
    ];
  });
}

const sheetNames: ReadonlySet<string> = new Set(
  Object.values(sheetKinds).map(({ table }) => table),
);

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
  const gone = new Set(stale.map(({ id }) => id));
  return [
    ...(gathered.observations.length > 0
      ? [{ ...recordsTable('observation'), reads: gathered.reads.observation }]
      : []),
    ...(gathered.seizures.length > 0
      ? [{ ...recordsTable('seizure'), reads: gathered.reads.seizure }]
      : []),
    rowsOf(
      'joint_total',
      'The joint totals: what is reported, what always holds, and how complete it is',
      totals,
      {
        key: ['VARCHAR', 'Key* | Stable key of the total; `why` takes it.'],
        complex: [
          'VARCHAR',
          'Places* | Code of what is added up: a port, a complex of ports, a country.',
        ],
        period: [
          'VARCHAR',
          'Period* | The period of the total, ISO: a year, or first and last day.',
        ],
        substance: ['VARCHAR', 'Substance* | Code of the drug.'],
        basis: [
          'VARCHAR',
          'Basis* | On what footing it was counted; different bases are never summed.',
        ],
        metric: ['VARCHAR', 'Metric* | What is measured: seizures, quantity, offences, …'],
        unit: ['VARCHAR', 'Unit* | Unit of every figure in the row.'],
        reported_lowest: [
          'DECIMAL(38,12)',
          'Reported, lowest | Least that the figures reported give together, without a model, of a find that several files may report the least report, in the unit of `unit`; empty where nothing is reported.',
          (total) => ofTotal(total).reported.lowest,
        ],
        reported_likely: [
          'DECIMAL(38,12)',
          'Reported, likely | What the figures reported give together, in the unit of `unit`; empty where it is not known, as `likely_state` says.',
          (total) => likely(ofTotal(total).reported),
        ],
        reported_highest: [
          'DECIMAL(38,12)',
          'Reported, highest | Most that the figures reported give together, in the unit of `unit`; empty where nothing bounds it.',
          (total) => ofTotal(total).reported.highest,
        ],
        ...modelledColumns(ofTotal),
        likely_state: [
          'VARCHAR',
          'State of likely* | given, modelled (in `modelled_likely`), undecided (figures contradict each other, or services each counted for themselves) or none.',
          (total) =>
            typeof total.reported.likely === 'string'
              ? total.reported.likely
              : total.reported.likely === null
                ? 'none'
                : total.method
                  ? 'modelled'
                  : 'given',
        ],
        // Of events nothing holds without a model.
        total_at_least: [
          'DECIMAL(38,12)',
          'Total, at least | What holds for all places together whatever is not reported, in the unit of `unit`; empty where records of events are weighed.',
          (one) => (one.method ? null : one.total.atLeast),
        ],
        total_at_most: [
          'DECIMAL(38,12)',
          'Total, at most | Upper bound of all places together, in the unit of `unit`; empty where nothing bounds it.',
          (one) => (one.method ? null : one.total.atMost),
        ],
        status: [
          'VARCHAR',
          'Status* | complete: every place reported, and each find has a weight; partial: some did; none.',
        ],
        missing: [
          'VARCHAR',
          'Not reported | Codes of the places that are not reported, joined by +.',
          (total) => total.missing.join('+') || null,
        ],
        causes: [
          'VARCHAR',
          'Causes | Why the total is a range or not complete, in English.',
          (total) => total.causes.map((cause) => cause.text.en).join('; ') || null,
        ],
        detail: [
          'VARCHAR',
          'Detail* | The whole total as JSON: its places, ceilings, causes in four languages.',
          storedTotal,
        ],
      },
    ),
    rowsOf(
      'joint_total_member',
      'Each port within each joint total',
      totals.flatMap((total) =>
        [...total.members, ...total.together].map((member) => ({ total, member })),
      ),
      {
        key: ['VARCHAR', 'Key* | Key of the total, as in `joint_total`.', ({ total }) => total.key],
        period: ['VARCHAR', 'Period* | The period of the total, ISO.', ({ total }) => total.period],
        place: [
          'VARCHAR',
          'Place* | Code of the place, or several that report together, joined by +.',
          ({ member }) => member.place,
        ],
        state: [
          'VARCHAR',
          'State* | reported, undecided, apart (services each counted for themselves), finds_only (single finds, or parts of the period, alone: a lower limit) or not_reported.',
          ({ member }) => member.state,
        ],
        reason: [
          'VARCHAR',
          'Reason | Why there is no figure; empty where there is one.',
          ({ member }) => (member.lowest === null ? member.state : null),
        ],
        lowest: [
          'DECIMAL(38,12)',
          'Lowest | Least that its reports give, without a model, in the unit of the total.',
          (row) => ofMember(row).reported.lowest,
        ],
        likely: [
          'DECIMAL(38,12)',
          'Likely | What its reports give, in the unit of the total; empty where undecided or unknown.',
          (row) => likely(ofMember(row).reported),
        ],
        highest: [
          'DECIMAL(38,12)',
          'Highest | Most that its reports give, in the unit of the total; empty where nothing bounds it.',
          (row) => ofMember(row).reported.highest,
        ],
        ...modelledColumns(ofMember),
        governing: [
          'VARCHAR',
          'Governing | Id of the record that governs; empty where rivals contend, and of events.',
          ({ member }) => member.governing,
        ],
        absorbed: [
          'VARCHAR',
          'Absorbed | Ids of records that are contained in the governing one, joined by +.',
          ({ member }) => member.absorbed.join('+') || null,
        ],
        rivals: [
          'VARCHAR',
          'Rivals | Ids of records that contend undecided, joined by +.',
          ({ member }) => member.rivals.join('+') || null,
        ],
        finds: [
          'VARCHAR',
          'Finds | Ids of records of single finds, which make a floor, joined by +.',
          ({ member }) => member.finds.join('+') || null,
        ],
      },
    ),
    rowsOf(
      'ceiling',
      'Ceilings on offer, and those in use',
      totals.flatMap((total) => total.ceilings.map((ceiling) => ({ total, ceiling }))),
      {
        key: [
          'VARCHAR',
          'Key* | Stable key, the subject of the decision that uses it.',
          ({ ceiling }) => ceiling.key,
        ],
        period: [
          'VARCHAR',
          'Period* | The period of the total it bounds, ISO.',
          ({ total }) => total.period,
        ],
        places: [
          'VARCHAR',
          'Places* | Codes of the places it bounds together, joined by +.',
          ({ ceiling }) => ceiling.places.join('+'),
        ],
        value: [
          'DECIMAL(38,12)',
          'Ceiling* | Upper bound of these places together, in the unit of the total.',
          ({ ceiling }) => ceiling.value,
        ],
        whole: [
          'VARCHAR',
          'Whole* | Id of the record of the wider total.',
          ({ ceiling }) => ceiling.whole,
        ],
        parts: [
          'VARCHAR',
          'Parts | Ids of records known to lie outside these places, which are subtracted, joined by +.',
          ({ ceiling }) => ceiling.parts.join('+') || null,
        ],
        in_use: [
          'BOOLEAN',
          'In use* | Whether a decision puts it to use.',
          ({ ceiling }) => ceiling.inUse,
        ],
        assumption: [
          'VARCHAR',
          'Assumption* | What one must assume, in four languages, as JSON.',
          ({ ceiling }) => ceiling.assumption,
        ],
      },
    ),
    rowsOf('not_added', 'Figures that stand beside the totals and are never added', notAdded, {
      period: ['VARCHAR', 'Period* | The period of the total beside which it stands, ISO.'],
      claim: ['VARCHAR', 'Record* | Id of the record in `observation` or `seizure`.'],
      place: ['VARCHAR', 'Place* | Code of the place the figure is about.'],
      basis: ['VARCHAR', 'Basis* | On what footing it was counted.'],
      value: ['DECIMAL(38,12)', 'Value | The figure, in the unit of `unit`.'],
      wording: [
        'VARCHAR',
        'Wording* | How the figure is worded: exact, rounded, floor, just_under or unmarked.',
      ],
      unit: ['VARCHAR', 'Unit* | Unit of the figure.'],
      kind: [
        'VARCHAR',
        'Kind* | Why it is not added: basis, window (another period), wider (area or drug) or inside.',
      ],
      reason: ['VARCHAR', 'Reason* | Why it is not added, in four languages, as JSON.'],
    }),
    rowsOf(
      'conflict',
      'Claims that do not agree, why, what is proposed, and what was decided',
      conflicts,
      {
        key: ['VARCHAR', 'Key* | Stable key of this pair of records within its cell.'],
        subject: [
          'VARCHAR',
          'Subject* | The cell they contend for, which is the subject of a decision.',
        ],
        type: [
          'VARCHAR',
          'Type* | How they differ: rounding, vintage, scope, basis, digit_transposition, …',
        ],
        claims: [
          'VARCHAR',
          'Records* | Ids of the records, the governing one first, joined by +.',
          (conflict) => conflict.claims.join('+'),
        ],
        place: ['VARCHAR', 'Place* | Code of the place.'],
        substance: ['VARCHAR', 'Substance | Code of the drug.'],
        basis: ['VARCHAR', 'Basis* | On what footing they were counted.'],
        period_start: ['VARCHAR', 'From* | First day of the period, ISO.'],
        period_end: ['VARCHAR', 'To* | Last day of the period, ISO.'],
        difference: ['DECIMAL(38,12)', 'Difference | Difference in the unit of the records.'],
        computed: [
          'BOOLEAN',
          'Computed* | Whether the explanation follows from other figures, so that the governing one may stand.',
        ],
        state: [
          'VARCHAR',
          'State* | explained (computed), undecided (a person must decide), apart (services each counted for themselves: no contradiction) or decided.',
        ],
        explanation: ['VARCHAR', 'Explanation* | The likely cause, in four languages, as JSON.'],
        proposal: [
          'VARCHAR',
          'Proposal | Verdict that is proposed.',
          (conflict) => conflict.proposal?.verdict,
        ],
        proposal_reason: [
          'VARCHAR',
          'Reason of the proposal | Why it is proposed, in four languages, as JSON.',
          (conflict) => conflict.proposal?.reason,
        ],
        decision: ['VARCHAR', 'Decision | Id of the decision that settled it.'],
      },
    ),
    rowsOf(
      'coverage',
      'Port by year: reported, contested, finds only, not reported',
      answers.flatMap(({ settled }) => coverage(settled.totals)),
      {
        place: ['VARCHAR', 'Place* | Code of the place.'],
        period: ['VARCHAR', 'Period* | The period, ISO.'],
        state: [
          'VARCHAR',
          'State* | reported, undecided, apart (services each counted for themselves), finds_only (single finds, or parts of the period, alone: a lower limit) or not_reported.',
        ],
        claims: [
          'VARCHAR',
          'Records | Ids of the records it rests on, joined by +.',
          (cell) => cell.claims.join('+') || null,
        ],
      },
    ),
    rowsOf(
      'double_report',
      'Pairs of records that may be one seizure, with the reasons',
      analysis.doubleReports,
      {
        key: ['VARCHAR', 'Key* | Stable key of the pair, the subject of a decision.'],
        a: ['VARCHAR', 'One* | Id of a record, or ids of batches of one find, joined by +.'],
        b: [
          'VARCHAR',
          'Other* | Id of a record of another file, or ids of batches of one find, joined by +.',
        ],
        probability: [
          'DOUBLE',
          'Probability* | That both are the same find, from 0 to 1, with every record tied to them and what persons said.',
        ],
        weight: [
          'DOUBLE',
          'Weight* | Logarithm to base 2 of the odds that they are the same, by themselves.',
        ],
        prior: ['DOUBLE', 'Prior* | Logarithm to base 2 of the odds before anything is compared.'],
        verdict: [
          'VARCHAR',
          'Verdict* | same (counted once), candidate (widens the range) or different.',
        ],
        reasons: [
          'VARCHAR',
          'Reasons* | Each comparison with its weight and words in four languages, as JSON.',
          (pair) =>
            pair.reasons.map((reason) => ({
              rule: reason.rule,
              weight: reason.weight,
              ...(reason.rarity !== undefined && { rarity: reason.rarity }),
              ...(reason.shared && { shared: reason.shared }),
              text: reason.text,
            })),
        ],
        decision: ['VARCHAR', 'Decision | Id of the decision on the pair.'],
      },
    ),
    rowsOf('decision', 'Every decision, superseded ones too', decisions, {
      id: ['VARCHAR', 'Decision* | Id of the decision.'],
      kind: [
        'VARCHAR',
        'Kind* | What is decided: conflict, same-seizure, crosswalk, correction, ceiling, release, …',
      ],
      subject: ['VARCHAR', 'Subject* | Stable key of what is decided.'],
      verdict: [
        'VARCHAR',
        'Verdict* | What was decided: keep a record, same, different, accept, reject, reopen, …',
      ],
      role: ['VARCHAR', 'Role* | Who decided: a role, never a person.'],
      time: ['VARCHAR', 'Time* | When, ISO, as given.'],
      reason: ['VARCHAR', 'Reason* | Why, in the words of who decided.'],
      evidence: ['VARCHAR', 'Evidence | What it rests on, as given.'],
      supersedes: ['VARCHAR', 'Supersedes | Id of the decision that this one replaces.'],
      agency: ['VARCHAR', 'Agency | Code of the service the role belongs to.'],
      programme: ['VARCHAR', 'Programme | Code of the frame of cooperation it was taken in.'],
      taken_on: ['VARCHAR', 'Taken on | What it was taken on, as it stood then, as JSON.'],
      in_force: [
        'BOOLEAN',
        'In force* | Whether no later decision replaces it and its role may decide.',
        (decision) => ['in force', 'no longer applies'].includes(stateOf(decision.id)),
      ],
      applies: [
        'BOOLEAN',
        'Applies* | Whether it is followed in this picture.',
        ({ id }) => !gone.has(id) && !['not allowed', 'disagreed'].includes(stateOf(id)),
      ],
      changed: [
        'VARCHAR',
        'Changed | What has changed since it was taken, as JSON.',
        ({ id }) => lapsed.get(id),
      ],
    }),
    ...sheetTables(gathered.sheets),
    rowsOf('finding', 'What the analyses found, with interval, method and sentence', findings, {
      kind: ['VARCHAR', 'Kind* | Which analysis.'],
      subject: ['VARCHAR', 'Subject* | What it is about.'],
      estimate: [
        'DOUBLE',
        'Estimate | The estimate, in the unit of `unit`; empty where none is possible.',
      ],
      unit: ['VARCHAR', 'Unit | Unit of the estimate and its interval.'],
      low: [
        'DOUBLE',
        'Low | Lower end of the interval, in the unit of `unit`.',
        (finding) => finding.interval?.low,
      ],
      high: [
        'DOUBLE',
        'High | Upper end of the interval, in the unit of `unit`.',
        (finding) => finding.interval?.high,
      ],
      level: [
        'DOUBLE',
        'Level | Level of the interval, from 0 to 1 (0.95).',
        (finding) => finding.interval?.level,
      ],
      n: ['INTEGER', 'Number* | Number of values, or of what the method counts.'],
      p: ['DOUBLE', 'p | p-value, where the method gives one.'],
      method: ['VARCHAR', 'Method* | Name of the method.'],
      definition: ['VARCHAR', 'Definition* | Where the method is published.'],
      assumptions: ['VARCHAR', 'Assumptions* | What it assumes, in four languages, as JSON.'],
      warnings: [
        'VARCHAR',
        'Warnings* | What to know before it is quoted, in four languages, as JSON.',
      ],
      confidence: ['VARCHAR', 'Confidence* | How sure the finding is: high, medium or low.'],
      details: ['VARCHAR', 'Details* | Further numbers of the method by name, as JSON.'],
      says: ['VARCHAR', 'Sentence* | What it says, in four languages, as JSON.'],
    }),
    rowsOf(
      'conservation',
      'What became of the lines and items of each file',
      gathered.conservation,
      {
        source: ['VARCHAR', 'Source* | Id of the source in the catalogue.'],
        file: ['VARCHAR', 'File* | Name of the file.'],
        sha256: ['VARCHAR', 'SHA-256* | Hash of the file as read.'],
        lines: ['INTEGER', 'Lines* | Number of lines of the file.', (file) => file.lines.total],
        rows: ['INTEGER', 'Rows* | Number of data rows; one may span several lines.'],
        items: ['INTEGER', 'Items* | Number of pairs of a row and a value column.'],
        accepted: ['INTEGER', 'Accepted* | Number of items accepted.'],
        excluded: ['INTEGER', 'Excluded* | Number of items excluded by a named rule.'],
        rejected: ['INTEGER', 'Rejected* | Number of items rejected.'],
        notes: ['INTEGER', 'Notes* | Number of notes on items.'],
        records: ['INTEGER', 'Records* | Number of records made of the accepted items.'],
        exclusions: ['VARCHAR', 'Exclusions* | Number of excluded items by rule, as JSON.'],
        rejections: ['VARCHAR', 'Rejections* | Number of rejected items by rule, as JSON.'],
        quantities: [
          'VARCHAR',
          'Quantities* | Accepted quantity in the file and in the records, by unit, as JSON.',
        ],
      },
    ),
    rowsOf(
      'barrier',
      'What stands in the way of each step of a barrier model, by what cited sources say of it',
      (gathered.barriers ?? []).flatMap((model) =>
        model.barriers.map((barrier) => ({ model, barrier })),
      ),
      {
        model: ['VARCHAR', 'Model* | Id of the model it belongs to.', ({ model }) => model.id],
        id: [
          'VARCHAR',
          'Barrier* | Id of the barrier within its model.',
          ({ barrier }) => barrier.id,
        ],
        step: [
          'VARCHAR',
          'Step* | Id of the step of the process at which it stands.',
          ({ barrier }) => barrier.step,
        ],
        step_order: [
          'INTEGER',
          'Place of the step* | Which step of the process that is, from 1.',
          ({ model, barrier }) => model.steps.findIndex(({ id }) => id === barrier.step) + 1,
        ],
        says: [
          'VARCHAR',
          'What it is* | The barrier in words, by language, as JSON.',
          ({ barrier }) => barrier.text,
        ],
        type: [
          'VARCHAR',
          'Type* | Legal, physical, technical, organisational, awareness, financial or data.',
          ({ barrier }) => barrier.type,
        ],
        mechanism: [
          'VARCHAR',
          'Mechanism* | Whether it prevents, detects, disrupts, deters or denies.',
          ({ barrier }) => barrier.mechanism,
        ],
        status: [
          'VARCHAR',
          'Status* | How far it is, by what cited sources say: none, idea, pilot, partial, in_force or abandoned.',
          ({ barrier }) => barrier.status,
        ],
        owners: [
          'VARCHAR',
          'Owners* | Ids of the partners that own it, joined by +.',
          ({ barrier }) => barrier.owners.join('+'),
        ],
        supporting: [
          'VARCHAR',
          'Supporting | Ids of the partners that support it, joined by +.',
          ({ barrier }) => barrier.supporting.join('+') || null,
        ],
        countries: [
          'VARCHAR',
          'Countries* | Codes of the countries it holds in, joined by +.',
          ({ barrier }) => barrier.countries.join('+'),
        ],
        since: [
          'VARCHAR',
          'Since | When it began, where a source says so.',
          ({ barrier }) => barrier.start,
        ],
        grade: [
          'VARCHAR',
          'Grade | How good the evidence for it is, where that was judged.',
          ({ barrier }) => barrier.grade,
        ],
        needs: [
          'VARCHAR',
          'Needs | Ids of barriers it rests on, joined by +.',
          ({ barrier }) => barrier.needs.join('+') || null,
        ],
        cites: [
          'VARCHAR',
          'Cites | Ids of the sources that say so, joined by +; empty where it is a proposal.',
          ({ barrier }) => barrier.cites.join('+') || null,
        ],
        file: ['VARCHAR', 'File* | Name of the file of its model.', ({ model }) => model.file],
        line: ['INTEGER', 'Line* | Line of that file.', ({ barrier }) => barrier.line],
      },
    ),
    rowsOf(
      'judgement',
      'What functions of services judged of phenomena, one score a row; none where it was not judged',
      judgedScores(gathered.priorities),
      {
        round: ['INTEGER', 'Round* | Which round of judgement, from 1.'],
        judged_on: ['VARCHAR', 'Judged on* | Day of the round.', ({ on }) => on],
        country: [
          'VARCHAR',
          'Country* | Code of the country whose vote it is part of.',
          ({ judge }) => judge.country,
        ],
        agency: [
          'VARCHAR',
          'Agency* | Code of the service that judged.',
          ({ judge }) => judge.agency,
        ],
        role: [
          'VARCHAR',
          'Role* | Function of the judge in that service.',
          ({ judge }) => judge.role,
        ],
        phenomenon: ['VARCHAR', 'Phenomenon* | Id of the phenomenon judged.'],
        criterion: ['VARCHAR', 'Criterion* | Id of the criterion it was judged by.'],
        score: ['DOUBLE', 'Score | On the scale of the criterion; empty where it was not judged.'],
        exercise: ['BOOLEAN', 'Exercise* | Whether it is invented, for an exercise.'],
      },
    ),
    issueTable(gathered.issues),
  ].filter(
    (table) =>
      !('rows' in table) ||
      [...table.rows].length > 0 ||
      always.has(table.name) ||
      sheetNames.has(table.name),
  );
}
