import { basename } from 'node:path';
import { allSources, findSource } from '@samenbeeld/answers';
import { openEngine } from '@samenbeeld/engine';
import { withDecisions } from '@samenbeeld/harmonise';
import { ingest } from '@samenbeeld/ingest';
import type { Release } from '@samenbeeld/merge';
import { unreadItems } from '@samenbeeld/recipes';
import {
  type Decision,
  type Issue,
  inFour,
  observationFromRow,
  RefusalError,
  type TableRow,
  wrongUse,
} from '@samenbeeld/schema';
import { catalogue } from '@samenbeeld/sources';
import { openPicture, repairPicture } from '@samenbeeld/store';
import { checkFiles } from './check-files.ts';

/** A release as the command names it, with what was found when it was read. */
export interface NamedRelease {
  readonly release: Release;
  /** Id of its source; null where it is a picture. */
  readonly source: string | null;
  /** Decisions on labels and slips that its description took up. */
  readonly applied: number;
  /** Its items that could not be read. */
  readonly issues: readonly Issue[];
}

/** A source and its file as the command names them, or null where a picture is meant. */
export function sourceAndFile(named: string): readonly [source: string, file: string] | null {
  const known = catalogue().find((id) => named.startsWith(`${id}:`));
  const [, source = '', file = ''] = known
    ? ['', known, named.slice(known.length + 1)]
    : (/^(.+\.ya?ml):(.+)$/.exec(named) ?? []);
  return source ? [source, file] : null;
}

const isRejection = ({ severity }: Issue): boolean => severity === 'rejection';

async function ofFile(
  named: string,
  file: string,
  decisions: readonly Decision[],
  draft: boolean,
): Promise<NamedRelease> {
  checkFiles([file]);
  const { source, applied } = withDecisions(findSource(named), decisions);
  if (source.record !== 'observation')
    throw new RefusalError(
      inFour(
        '{id} somt gebeurtenissen op; twee lijsten van gebeurtenissen hebben geen cijfers om te vergelijken.',
        '{id} liste des événements ; deux listes d’événements n’ont pas de chiffres à comparer.',
        '{id} führt Ereignisse auf; zwei Listen von Ereignissen haben keine Zahlen zum Vergleichen.',
        '{id} lists events; two lists of events have no figures to compare.',
        { id: source.id },
      ),
      {
        dimension: 'record',
        remedy: inFour(
          'Bouw van elk een beeld en vergelijk de totalen.',
          'Construisez un tableau de chacune et comparez leurs totaux.',
          'Bauen Sie aus jeder ein Lagebild und vergleichen Sie die Summen.',
          'Build a picture of each and compare their totals.',
        ),
      },
    );
  const engine = await openEngine({ reads: [file] });
  try {
    const { issues, conservation } = await ingest(engine, source, [file], {
      catalogue: allSources,
      draft,
    });
    const rows = await engine.rows<TableRow>('select * from observation order by id');
    return {
      release: {
        name: `${source.id} ${basename(file)}`,
        observations: rows.map(observationFromRow),
        rejected: conservation.reduce((sum, { rejected }) => sum + rejected, 0),
      },
      source: source.id,
      applied: applied.length,
      issues: issues.filter(isRejection),
    };
  } finally {
    await engine.close();
  }
}

async function ofPicture(folder: string): Promise<NamedRelease> {
  const picture = await openPicture(folder);
  try {
    const { issues, rejected, rejectedAtLeast } = await unreadItems(picture);
    return {
      release: {
        name: folder,
        observations: await picture.observations(),
        rejected,
        rejectedAtLeast,
      },
      source: null,
      applied: 0,
      issues,
    };
  } finally {
    await picture.close();
  }
}

/**
 * Reads a release, named SOURCE:FILE or by the folder of a picture; decisions on labels and slips are applied to a file,
 * and are in a picture already. Throws UsageError where it is neither.
 */
export async function releaseOf(
  named: string,
  decisions: readonly Decision[],
  draft: boolean,
): Promise<NamedRelease> {
  const pair = sourceAndFile(named);
  if (pair) return ofFile(...pair, decisions, draft);
  if ((await repairPicture(named)) !== 'absent') return ofPicture(named);
  throw wrongUse(
    'Een uitgave is BRON:BESTAND (politie-47022ned:extract.csv) of de map van een beeld; gevonden: "{named}".',
    'Une édition est SOURCE:FICHIER (politie-47022ned:extract.csv) ou le dossier d’un tableau ; trouvé : « {named} ».',
    'Eine Ausgabe ist QUELLE:DATEI (politie-47022ned:extract.csv) oder der Ordner eines Lagebilds; gefunden: „{named}“.',
    'A release is SOURCE:FILE (politie-47022ned:extract.csv) or the folder of a picture; found "{named}".',
    { named },
  );
}
