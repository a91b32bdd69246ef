import { existsSync } from 'node:fs';
import { releasesPage } from '@samenbeeld/answers';
import {
  diffReleases,
  parseMeasure,
  type Release,
  type ReleaseDiff,
  refuseNoFigure,
  sameMeasureSubject,
} from '@samenbeeld/merge';
import { builtState, type Changes, changesSince, isBuilt } from '@samenbeeld/recipes';
import {
  expectedFound,
  foundNone,
  InputError,
  inEach,
  inFour,
  type Language,
  RefusalError,
  shellWord,
  wrongUse,
} from '@samenbeeld/schema';
import {
  currentDecisions,
  openPicture,
  type Picture,
  readDecisions,
  repairPicture,
} from '@samenbeeld/store';
import { differenceLines } from '../changes-view/change-lines.ts';
import { decisionsOf, sameDecisions } from '../decisions-file.ts';
import { issueLines } from '../issue-lines.ts';
import type { Options } from '../options.ts';
import { recordDecisions } from '../record-decisions.ts';
import { type NamedRelease, releaseOf, sourceAndFile } from '../release-of.ts';
import { openTerminal, type Terminal, told } from '../terminal.ts';

/** What changed between two builds of one picture, and whether they hold figures whose releases can be compared too. */
interface BuiltChanges {
  readonly changes: Changes;
  readonly hasFigures: boolean;
}

async function opened(named: string): Promise<Picture | null> {
  const isFolder = sourceAndFile(named) === null && (await repairPicture(named)) !== 'absent';
  return isFolder ? openPicture(named) : null;
}

/** Builds of two pictures are compared figure by figure; of finds there are none, and what is asked of them may differ. */
function refuseOtherPicture(before: Picture, after: Picture): void {
  const [one, other] = [before.metadata.name, after.metadata.name];
  if (one === other || (before.has('observation') && after.has('observation'))) return;
  throw wrongUse(
    'Het zijn twee beelden, "{one}" en "{other}", en in minstens één staan alleen vangsten. Van vangsten wordt vergeleken wat één beeld bij twee bouwen gaf: dezelfde `picture` in het beeldbestand, gebouwd in twee mappen.',
    'Ce sont deux tableaux, « {one} » et « {other} », et l’un au moins ne contient que des saisies. Pour des saisies, on compare deux constructions d’un même tableau : le même `picture` dans son fichier, construit dans deux dossiers.',
    'Es sind zwei Lagebilder, „{one}“ und „{other}“, und mindestens eines enthält nur Funde. Von Funden wird verglichen, was ein Lagebild bei zwei Bauten ergab: dasselbe `picture` in der Lagebilddatei, in zwei Ordner gebaut.',
    'These are two pictures, "{one}" and "{other}", and at least one holds finds alone. Of finds, two builds of one picture are compared: the same `picture` in its file, built in two folders.',
    { one: one ?? '–', other: other ?? '–' },
  );
}

/** What changed between two folders that hold builds of one picture; null where they are anything else. */
async function builtChanges(earlier: string, later: string): Promise<BuiltChanges | null> {
  const before = await opened(earlier);
  try {
    const after = before && isBuilt(before) ? await opened(later) : null;
    try {
      if (!before || !after || !isBuilt(after)) return null;
      refuseOtherPicture(before, after);
      if (before.metadata.name !== after.metadata.name) return null;
      return {
        changes: await changesSince(await builtState(before), await builtState(after)),
        hasFigures: before.has('observation') && after.has('observation'),
      };
    } finally {
      await after?.close();
    }
  } finally {
    await before?.close();
  }
}

const recorded = inFour(
  'Vastgelegd {id}: "{subject}" meten hetzelfde.',
  'Enregistré {id} : « {subject} » mesurent la même chose.',
  'Festgehalten {id}: „{subject}“ messen dasselbe.',
  'Recorded {id}: "{subject}" measure the same.',
);

/** Dimensions, each a word of its own or all in one. */
const wordsOf = (given: unknown): string =>
  Array.isArray(given) ? given.map(String).join(' ') : String(given ?? '');

/**
 * Records that two sources measure the same, in the dimensions given, and returns the line to show. Throws UsageError
 * without role and reason, and where a release has no figure of what is declared.
 */
async function declareSame(
  options: Options,
  earlier: NamedRelease,
  later: NamedRelease,
  language: Language,
): Promise<string> {
  const where = wordsOf(options['where']);
  const whereLater = options['whereLater'] === undefined ? where : wordsOf(options['whereLater']);
  const one = parseMeasure(`${earlier.source} ${where}`);
  const other = parseMeasure(`${later.source} ${whereLater}`);
  refuseNoFigure(one, earlier.release);
  refuseNoFigure(other, later.release);
  const subject = sameMeasureSubject(one, other);
  const [decision] = await recordDecisions(
    String(options['decisions']),
    [{ kind: 'same-measure', subject, verdict: 'accept' }],
    options,
  );
  return `  ${told(recorded, language, { id: decision?.id ?? '', subject })}`;
}

const words = {
  applied: inFour(
    '{name}: {n:# beslissing|# beslissingen} over labels en verschrijvingen toegepast',
    '{name} : {n:# décision appliquée|# décisions appliquées} sur des libellés et des erreurs de frappe',
    '{name}: {n:# Entscheidung|# Entscheidungen} zu Bezeichnungen und Schreibfehlern angewandt',
    '{name}: {n:# decision|# decisions} on labels and slips applied',
  ),
  asIngested: inFour(
    'zoals een ingest van deze uitgave zegt',
    'comme le dit un ingest de cette édition',
    'wie ein ingest dieser Ausgabe sagt',
    'as an ingest of this release says',
  ),
};

/** What decisions changed in a release, and what of it could not be read. */
function showRead({ release, applied, issues }: NamedRelease, terminal: Terminal): void {
  if (applied > 0)
    terminal.print(
      `  ${told(words.applied, terminal.language, { name: release.name, n: applied })}`,
    );
  for (const line of issueLines(issues, terminal.language, { kept: words.asIngested }))
    terminal.print(`  ${line}`);
}

/** The comparison; a refusal says how to declare the measures the same in the words of this command. */
async function compared(
  earlier: Release,
  later: Release,
  named: readonly [string, string],
  options: Readonly<Record<string, unknown>>,
): Promise<ReleaseDiff> {
  const file = String(options['decisions']);
  const recorded = existsSync(file) ? await readDecisions(file) : [];
  try {
    return diffReleases(earlier, later, {
      decisions: [...currentDecisions(recorded, 'same-measure').values()],
    });
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    const { reason, says, remedy, remedySays, dimension, subject } = error;
    const own = named.map(shellWord).join(' ') + sameDecisions(options);
    const withNames = (words: string): string => words.replace('EARLIER LATER', () => own);
    throw new RefusalError(says ?? reason, {
      dimension,
      subject,
      remedy: remedySays
        ? inEach((language) => withNames(remedySays[language]))
        : withNames(remedy),
    });
  }
}

/**
 * `samenbeeld diff`: what changed between two releases of one measure, or two builds of one picture; exit 1 where it must not
 * be said, and where items of a release could not be read.
 */
export async function diff(
  options: Readonly<Record<string, unknown>>,
  earlier: string | readonly string[],
  later: string | readonly string[],
): Promise<number> {
  const terminal = openTerminal(options);
  const named = [String(earlier), String(later)] as const;
  const built = await builtChanges(...named);
  if (built) terminal.print(...differenceLines(built.changes, named, terminal.language), '');
  if (built && !built.hasFigures) {
    terminal.result({ changes: built.changes });
    return 0;
  }
  const declaring = options['declare'] === true;
  const decisions = await decisionsOf(options, terminal);
  const draft = options['draft'] === true;
  const [before, after] = [
    await releaseOf(named[0], decisions, draft),
    await releaseOf(named[1], decisions, draft),
  ];
  for (const read of [before, after]) {
    showRead(read, terminal);
    const { name, observations } = read.release;
    if (observations.length === 0)
      throw new InputError(
        expectedFound(
          inFour(
            'cijfers in {name}',
            'des chiffres dans {name}',
            'Zahlen in {name}',
            'observations in {name}',
            {
              name,
            },
          ),
          foundNone,
        ),
        {
          repair:
            read.issues.length > 0
              ? inFour(
                  'herstel wat niet te lezen was; de regels hierboven zeggen hoe',
                  'corrigez ce qui n’a pu être lu ; les lignes ci-dessus disent comment',
                  'berichtigen, was nicht zu lesen war; die Zeilen oben sagen, wie',
                  'mend what could not be read; the lines above say how',
                )
              : inFour(
                  'noem een uitgave met cijfers; gebeurtenissen worden vergeleken via de totalen van twee beelden',
                  'nommez une édition de chiffres ; les événements se comparent par les totaux de deux tableaux',
                  'eine Ausgabe mit Zahlen nennen; Ereignisse werden über die Summen zweier Lagebilder verglichen',
                  'name a release of figures; events are compared by the totals of two builds',
                ),
        },
      );
  }
  if (declaring) {
    if (before.source === null || after.source === null)
      throw wrongUse(
        '--declare vraagt twee uitgaven als BRON:BESTAND.',
        '--declare demande deux éditions sous la forme SOURCE:FICHIER.',
        '--declare verlangt zwei Ausgaben als QUELLE:DATEI.',
        '--declare takes two releases as SOURCE:FILE.',
      );
    terminal.print(await declareSame(options, before, after, terminal.language));
  }
  const found = await compared(before.release, after.release, named, options);
  terminal.page(releasesPage(found));
  terminal.result({ ...found, ...(built && { changes: built.changes }) });
  return found.rejected.earlier + found.rejected.later > 0 ? 1 : 0;
}
