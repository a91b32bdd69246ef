import { type Finding, UsageError } from '@samenbeeld/schema';
import { type FindingAnswer, type FoundIn, ownAnswer, pictureAnswer } from './finding-answer.ts';
import { type OwnHandling, ownMarking } from './handled-marking.ts';
import type { Marking } from './html.ts';
import { officeOnly } from './office-only.ts';
import type { Picture } from './picture.ts';
import { answer, answerLater, isRefused, type Refused, whatIsWrong } from './refused.ts';
import { awaited } from './show.ts';
import { type ShownTable, showTable, type TableLike } from './show-table.ts';

/** How numbers of your own are shown. */
export interface ShowOptions extends OwnHandling {
  /** What a finding was found in, for its chart: `{ periods, values }`, the triangle, the network. */
  readonly foundIn?: FoundIn;
}

type Made = Finding | TableLike;
type Asked = Made | Promise<Made> | (() => Made | Promise<Made>);
type Shown = ShownTable | FindingAnswer;

/** How what was made is shown. */
interface Showing {
  readonly marking: Marking;
  readonly finding: (finding: Finding) => FindingAnswer;
  readonly table: (table: TableLike) => ShownTable;
}

function isFinding(own: Made): own is Finding {
  return 'says' in own && 'kind' in own && 'method' in own;
}

function isPicture(given: unknown): given is Picture {
  return (
    typeof given === 'object' &&
    given !== null &&
    (given as { readonly kind?: unknown }).kind === 'picture' &&
    'metadata' in given
  );
}

function isLater(made: unknown): made is Promise<Made> {
  return made instanceof Promise;
}

function made(own: Made, { finding, table }: Showing): Shown {
  if (typeof own !== 'object' || own === null)
    throw new UsageError(
      `\`show\` takes a finding, an arquero table, a danfo frame or a list of records, not ${String(own)}.`,
    );
  return isFinding(own) ? finding(own) : table(own);
}

function shownAs(own: Asked, showing: Showing): Shown | Refused | Promise<Shown | Refused> {
  const { marking } = showing;
  if (typeof own !== 'function' && !isLater(own)) return made(own, showing);
  const asked = answer(
    marking,
    () => {
      const found = typeof own === 'function' ? own() : own;
      return isLater(found) ? { kind: 'later' as const, found } : made(found, showing);
    },
    whatIsWrong,
  );
  if (asked.kind !== 'later') return asked;
  const later = answerLater(marking, async () => made(await asked.found, showing), whatIsWrong);
  return awaited('show(…)', later);
}

/**
 * Shows what you made yourself: a finding, or a table. The first argument says what it was made from.
 *
 * - `show(picture, …)`: from the records of that picture. It carries the picture's marking and says so. What no picture
 *   holds (accounts, payments, cases) stays within the office even so.
 * - `show(…, { handling })`: from numbers of your own. They stay within the office, TLP:AMBER+STRICT, unless you state how they
 *   may be handled: `{ handling: { tlp: 'CLEAR' } }` for published figures.
 *
 * A finding is best asked within: `show(() => nowcast(triangle))`. Where it is refused, or the data or the call are wrong, that is
 * shown with the repair, and the cells below still run. What it was found in goes with it, for the chart: third after a
 * picture, else as `foundIn`. What must be waited for (screens of transactions) is awaited: `await show(() => findFans(data))`.
 *
 * @param own an arquero table, a danfo frame, a list of records, a finding, or a function that asks for one
 * @example
 * ```ts
 * import { methods, show } from '@samenbeeld/notebook';
 * const { inspect } = await import('node:util');
 * inspect(show(() => methods.poissonRate(3))).split('\n')[0] // => 'TLP:AMBER+STRICT · not classified · for: own office'
 * show(() => methods.poissonRate(-3)).kind // => 'refused'
 * ```
 */
export function show<F extends Finding>(
  picture: Picture,
  own: Promise<F> | (() => Promise<F>),
  foundIn?: FoundIn,
): Promise<FindingAnswer<F> | Refused>;
export function show<F extends Finding>(
  picture: Picture,
  own: () => F,
  foundIn?: FoundIn,
): FindingAnswer<F> | Refused;
export function show(picture: Picture, own: () => TableLike): ShownTable | Refused;
export function show<F extends Finding>(
  picture: Picture,
  own: F,
  foundIn?: FoundIn,
): FindingAnswer<F>;
export function show(picture: Picture, own: TableLike): ShownTable;
export function show<F extends Finding>(
  own: Promise<F> | (() => Promise<F>),
  options?: ShowOptions,
): Promise<FindingAnswer<F> | Refused>;
export function show<F extends Finding>(
  own: () => F,
  options?: ShowOptions,
): FindingAnswer<F> | Refused;
export function show(own: () => TableLike, options?: ShowOptions): ShownTable | Refused;
export function show<F extends Finding>(own: F, options?: ShowOptions): FindingAnswer<F> | Refused;
export function show(own: TableLike, options?: ShowOptions): ShownTable | Refused;
export function show(
  given: Picture | Asked,
  second?: Asked | ShowOptions,
  third?: FoundIn,
): Shown | Refused | Promise<Shown | Refused> {
  if (isPicture(given))
    return shownAs(second as Asked, {
      marking: given,
      finding: (finding) => pictureAnswer(given, finding, third),
      table: (table) => showTable(given, table),
    });
  const { foundIn, ...stated } = (second ?? {}) as ShowOptions;
  const marking = answer(
    officeOnly(stated.language ?? 'en'),
    () => ({ kind: 'marking' as const, ...ownMarking(stated) }),
    whatIsWrong,
  );
  if (isRefused(marking)) return marking;
  return shownAs(given, {
    marking,
    finding: (finding) => ownAnswer(marking, finding, foundIn),
    table: (table) => showTable(marking, table),
  });
}
