import { anomaliesOf, anomaliesPage, findSource } from '@samenbeeld/answers';
import {
  type Anomaly,
  anomalyId,
  anomalyThresholds,
  confirmCorrection,
  withDecisions,
} from '@samenbeeld/harmonise';
import { inFour, noneNamed, shellWord, wrongUse } from '@samenbeeld/schema';
import { checkFiles } from '../check-files.ts';
import { takeCorrections, writeCorrections } from '../corrections-file.ts';
import { decisionsOf, sameDecisions } from '../decisions-file.ts';
import { linkWords } from '../link-view/link-words.ts';
import { type Options, textOption } from '../options.ts';
import { type Drafted, recordDecisions, recordedLine } from '../record-decisions.ts';
import { openTerminal, type Terminal, told } from '../terminal.ts';

/**
 * The anomalies that `--accept` names: ids, which stay while others are accepted; numbers and ranges of the list that was
 * just shown ("1,4-6"); or all of a kind ("lost_zeros").
 */
function chosen(text: string, found: readonly Anomaly[]): readonly Anomaly[] {
  const ofKind = found.filter(({ kind, correction }) => kind === text && correction !== null);
  if (ofKind.length > 0) return ofKind;
  return text.split(',').flatMap((part) => {
    const known = found.filter((anomaly) => anomalyId(anomaly) === part.trim());
    if (known.length > 0) return known;
    const [first = '', last = first] = part.trim().split('-');
    const [from, to] = [Number(first), Number(last)];
    const named = found.slice(from - 1, to);
    if (!/^\d+$/u.test(first) || !/^\d+$/u.test(last) || from < 1 || named.length !== to - from + 1)
      throw found.length === 0
        ? wrongUse(
            'Er is niets te aanvaarden: er is geen afwijking gevonden.',
            'Rien à accepter : aucune anomalie n’a été trouvée.',
            'Es gibt nichts anzunehmen: Es wurde keine Auffälligkeit gefunden.',
            'There is nothing to accept: no anomaly was found.',
          )
        : wrongUse(
            '--accept vraagt nummers van de lijst (1 tot {n}), aanduidingen, reeksen of een soort met voorstellen, niet "{part}".',
            '--accept demande des numéros de la liste (1 à {n}), des identifiants, des plages ou un type avec propositions, et non « {part} ».',
            '--accept verlangt Nummern der Liste (1 bis {n}), Kennungen, Bereiche oder eine Art mit Vorschlägen, nicht „{part}“.',
            '--accept takes numbers of the list (1 to {n}), ids, ranges, or a kind with proposals, not "{part}".',
            { n: found.length, part: part.trim() },
          );
    return named;
  });
}

/** The corrections of anomalies as decisions to record. Throws UsageError where one has none. */
function acceptedCorrections(
  anomalies: readonly Anomaly[],
  given: string | null,
): readonly Drafted[] {
  return anomalies.map(({ correction, where, evidence, open }) => {
    if (correction === null)
      throw wrongUse(
        'Er is geen correctie te aanvaarden voor {file}, regel {line}, kolom {column}: {open}.',
        'Pas de correction à accepter pour {file}, ligne {line}, colonne {column} : {open}.',
        'Keine Korrektur anzunehmen für {file}, Zeile {line}, Spalte {column}: {open}.',
        'There is no correction to accept for {file}, line {line}, column {column}: {open}.',
        {
          file: where.file,
          line: String(where.line),
          column: String(where.column),
          open: open ?? '',
        },
      );
    const all = [given ?? [], evidence.map(({ en }) => en)].flat();
    return { ...confirmCorrection(where.source, correction), evidence: all.join('; ') };
  });
}

const shownAtMost = 20;
/** Characters in a line that nobody looks on: a table of long words is folded all the same. */
const widest = 120;

const words = {
  more: inFour('… en nog {n}', '… et {n} de plus', '… und {n} weitere', '… and {n} more'),
  recorded: inFour(
    '{n} in {path}. Ze gelden met --decisions {path}; geen bestand is gewijzigd. Wat overblijft, wordt opnieuw genummerd: de id’s blijven.',
    '{n} dans {path}. Elles valent avec --decisions {path} ; aucun fichier n’a été modifié. Le reste est renuméroté : les identifiants restent.',
    '{n} in {path}. Sie gelten mit --decisions {path}; keine Datei wurde geändert. Der Rest wird neu nummeriert: die Kennungen bleiben.',
    '{n} in {path}. They apply with --decisions {path}; no file was changed. What is left is numbered anew: the ids stay.',
  ),
  unread: inFour(
    'Wat niet te lezen was, zegt: samenbeeld ingest {call} --out pictures/{name}',
    'Pour savoir ce qui n’a pu être lu : samenbeeld ingest {call} --out pictures/{name}',
    'Was nicht zu lesen war, sagt: samenbeeld ingest {call} --out pictures/{name}',
    'What could not be read is told by: samenbeeld ingest {call} --out pictures/{name}',
  ),
  wrote: inFour(
    '{out}: {n:# verbetering|# verbeteringen} om door te geven{elsewhere}. Een ander neemt ze over met --take-corrections; elke rij wordt daar met de eigen cel vergeleken.',
    '{out} : {n:# correction|# corrections} à transmettre{elsewhere}. Un autre les reprend avec --take-corrections ; chaque ligne y est comparée à sa propre cellule.',
    '{out}: {n:# Berichtigung|# Berichtigungen} zum Weitergeben{elsewhere}. Andere übernehmen sie mit --take-corrections; jede Zeile wird dort mit der eigenen Zelle verglichen.',
    '{out}: {n:# correction|# corrections} to pass on{elsewhere}. Others take them with --take-corrections; each row is held against their own cell there.',
  ),
  elsewhere: inFour(
    '; {n} vastgelegde {n:gaat|gaan} over geen cel van deze bestanden',
    ' ; {n:# enregistrée ne porte|# enregistrées ne portent} sur aucune cellule de ces fichiers',
    '; {n} festgehaltene {n:betrifft|betreffen} keine Zelle dieser Dateien',
    '; {n} recorded {n:one is|ones are} about no cell of these files',
  ),
  holds: inFour(
    '{n:# rij klopt|# rijen kloppen} met uw bestanden, {known} had u al, {refused} geweigerd.',
    '{n:# ligne concorde|# lignes concordent} avec vos fichiers, {known:# déjà enregistrée|# déjà enregistrées}, {refused:# refusée|# refusées}.',
    '{n:# Zeile stimmt|# Zeilen stimmen} mit Ihren Dateien überein, {known} hatten Sie schon, {refused} abgelehnt.',
    '{n:# row agrees|# rows agree} with your files, {known} you had already, {refused} refused.',
  ),
  refusedRow: inFour(
    'Geweigerd, regel {line}: {says}.',
    'Refusée, ligne {line} : {says}.',
    'Abgelehnt, Zeile {line}: {says}.',
    'Refused, line {line}: {says}.',
  ),
  record: inFour(
    'Er is niets vastgelegd. Zo legt u ze vast:',
    'Rien n’est enregistré. Pour les enregistrer :',
    'Nichts ist festgehalten. So halten Sie sie fest:',
    'Nothing is recorded. Record them:',
  ),
  accept: inFour(
    'Er is niets gewijzigd. Zo aanvaardt u er een:',
    'Rien n’est changé. Pour en accepter une :',
    'Nichts ist geändert. So nehmen Sie eine an:',
    'Nothing is changed. Accept one:',
  ),
};
const anomalyKinds = Object.keys(anomalyThresholds);

/** Other sources to compare with, each `SOURCE:FILE[,FILE…]`. */
function comparedWith(options: Options): readonly (readonly [string, readonly string[]])[] {
  const against = options['against'];
  const named = Array.isArray(against) ? against.map(String) : [];
  return named.map((text) => {
    const at = text.indexOf(':');
    const paths = text.slice(at + 1).split(',');
    if (at < 1 || paths.some((path) => path === ''))
      throw wrongUse(
        '--against vraagt BRON:BESTAND, niet "{text}".',
        '--against demande SOURCE:FICHIER, et non « {text} ».',
        '--against verlangt QUELLE:DATEI, nicht „{text}“.',
        '--against takes SOURCE:FILE, not "{text}".',
        { text },
      );
    checkFiles(paths);
    return [text.slice(0, at), paths] as const;
  });
}

/** The options that decide what is found, for a hint that is copied; with a blank before. */
function repeatedOptions(options: Options): string {
  const against = Array.isArray(options['against']) ? options['against'].map(String) : [];
  return [
    options['draft'] === true ? ' --draft' : '',
    against.length > 0 ? ` --against ${against.map(shellWord).join(' ')}` : '',
    sameDecisions(options),
  ].join('');
}

/** Writes the decided corrections of the source for others, or takes those of another; the exit code. */
async function passCorrections(
  options: Options,
  name: string,
  paths: readonly string[],
  terminal: Terminal,
): Promise<number | undefined> {
  const { language } = terminal;
  const source = findSource(name);
  const decisions = await decisionsOf(options, terminal);
  const out = textOption(options, 'writeCorrections');
  if (out !== null) {
    const { written, elsewhere } = await writeCorrections(out, source, paths, decisions);
    const left = elsewhere === 0 ? '' : told(words.elsewhere, language, { n: elsewhere });
    terminal.print(`  ${told(words.wrote, language, { out, n: written, elsewhere: left })}`);
    terminal.result({ out, written, elsewhere });
    return undefined;
  }
  const from = textOption(options, 'takeCorrections') ?? '';
  checkFiles([from]);
  const taken = await takeCorrections(from, source, paths, decisions, language);
  const { proposed, refused, known } = taken;
  for (const { verdict, subject } of proposed.slice(0, shownAtMost))
    terminal.print(`  ${subject}: ${verdict}`);
  if (proposed.length > shownAtMost)
    terminal.print(`  ${told(words.more, language, { n: proposed.length - shownAtMost })}`);
  for (const row of refused) terminal.print(`  ${told(words.refusedRow, language, { ...row })}`);
  const counts = { n: proposed.length, known, refused: refused.length };
  terminal.print(`  ${told(words.holds, language, counts)}`);
  const path = String(options['decisions']);
  const isAsked = textOption(options, 'role') !== null || textOption(options, 'reason') !== null;
  const recorded = isAsked ? await recordDecisions(path, proposed, options) : [];
  if (recorded.length > 0)
    terminal.print(`  ${told(words.recorded, language, { n: recorded.length, path })}`);
  else if (proposed.length > 0)
    terminal.print(
      `  ${words.record[language]} samenbeeld anomalies ${[name, ...paths].map(shellWord).join(' ')}${sameDecisions(options)} --take-corrections ${shellWord(from)} --role "…" --reason "…"`,
    );
  terminal.result({ proposed, refused, known, recorded });
  return refused.length > 0 ? 1 : undefined;
}

/** `samenbeeld anomalies`: what may be wrong in files of a source, and the corrections that a person accepts. */
export async function anomalies(
  options: Options,
  name: string | readonly string[],
  files: string | readonly string[],
): Promise<number | undefined> {
  const terminal = openTerminal(options);
  const { language } = terminal;
  const paths = Array.isArray(files) ? files.map(String) : [String(files)];
  checkFiles(paths);
  if (options['writeCorrections'] !== undefined || options['takeCorrections'] !== undefined)
    return passCorrections(options, String(name), paths, terminal);
  const kind = textOption(options, 'kind');
  if (kind !== null && !anomalyKinds.some((known) => known === kind))
    throw noneNamed(
      inFour(
        'Er is geen soort "{kind}".',
        'Il n’y a pas de type « {kind} ».',
        'Es gibt keine Art „{kind}“.',
        'There is no kind "{kind}".',
        { kind },
      ),
      kind,
      anomalyKinds,
    );
  const { source } = withDecisions(findSource(String(name)), await decisionsOf(options, terminal));
  const found = await anomaliesOf(source, paths, {
    against: comparedWith(options),
    draft: options['draft'] === true,
  });
  const accept = textOption(options, 'accept');
  if (accept !== null) {
    const path = String(options['decisions']);
    const drafts = acceptedCorrections(
      chosen(accept, found.anomalies),
      textOption(options, 'evidence'),
    );
    const recorded = await recordDecisions(path, drafts, options);
    for (const decision of recorded.slice(0, shownAtMost))
      terminal.print(`  ${recordedLine(decision, language)}`);
    if (recorded.length > shownAtMost)
      terminal.print(`  ${told(words.more, language, { n: recorded.length - shownAtMost })}`);
    terminal.print(`  ${told(words.recorded, language, { n: recorded.length, path })}`);
    terminal.result({ recorded });
    return undefined;
  }
  const { anomalies: all, unread } = found;
  const listed = kind === null ? all : all.filter((anomaly) => anomaly.kind === kind);
  const most = options['all'] === true ? listed.length : shownAtMost;
  terminal.page(anomaliesPage(found, { kind, most }), widest);
  const call = [String(name), ...paths].map(shellWord).join(' ');
  const hints = [
    listed.length > most ? told(linkWords.more, language, { n: listed.length - most }) : null,
    unread > 0
      ? told(words.unread, language, { call: call + sameDecisions(options), name: source.id })
      : null,
    all.some(({ correction }) => correction !== null)
      ? `${words.accept[language]} samenbeeld anomalies ${call}${repeatedOptions(options)} --accept ID --role "…" --reason "…"`
      : null,
  ].filter((hint) => hint !== null);
  if (hints.length > 0) terminal.print('', ...hints);
  terminal.result({
    ...found,
    anomalies: all.map((anomaly) => ({
      id: anomalyId(anomaly),
      ...anomaly,
      cause: anomaly.cause.en,
      evidence: anomaly.evidence.map(({ en }) => en),
      rivals: anomaly.rivals.map(({ en }) => en),
      open: anomaly.open?.en ?? null,
    })),
  });
  return undefined;
}
