import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { totalmem } from 'node:os';
import { openEngine } from '@samenbeeld/engine';
import { loadSource } from '@samenbeeld/ingest';
import { aligned } from '@samenbeeld/page';
import {
  errorWords,
  formatNumber,
  headed,
  inEach,
  inFour,
  joinWith,
  semicolon,
  type Text,
} from '@samenbeeld/schema';
import { catalogue, catalogueFolder } from '@samenbeeld/sources';
import { openTerminal } from '../terminal.ts';

interface Finding {
  readonly what: Text;
  readonly ok: boolean;
  /** Without it pictures cannot be built; the others only limit what can be looked at. */
  readonly needed: boolean;
  readonly found: Text;
  readonly repair: Text;
}

/** A name or a version, which is the same in every language. */
const named = (text: string): Text => inEach(() => text);

const notOnPath = inFour('niet in het PATH', 'absent du PATH', 'nicht im PATH', 'not on the PATH');

const signs = {
  ok: inFour('goed', 'ok', 'ok', 'ok'),
  fail: inFour('FOUT', 'ÉCHEC', 'FEHLT', 'FAIL'),
  note: inFour('let op', 'à noter', 'Hinweis', 'note'),
};

function version(program: string, args: readonly string[]): string | null {
  const done = spawnSync(program, args, { encoding: 'utf8' });
  return done.status === 0 ? ((done.stdout || done.stderr).trim().split('\n')[0] ?? '') : null;
}

async function engineFinding(): Promise<Finding> {
  try {
    const engine = await openEngine();
    const [row] = await engine.rows<{ readonly version: string }>('select version() as version');
    await engine.close();
    return {
      what: named('DuckDB'),
      ok: true,
      needed: true,
      found: named(row?.version ?? ''),
      repair: named(''),
    };
  } catch (error) {
    return {
      what: named('DuckDB'),
      ok: false,
      needed: true,
      found: errorWords(error),
      repair: inFour(
        'installeer opnieuw: npx pnpm install',
        'réinstallez : npx pnpm install',
        'neu installieren: npx pnpm install',
        'install again: npx pnpm install',
      ),
    };
  }
}

function catalogueFinding(): Finding {
  const broken = catalogue().flatMap((id) => {
    try {
      loadSource(catalogueFolder(id));
      return [];
    } catch (error) {
      return [headed(named(id), errorWords(error))];
    }
  });
  const n = catalogue().length;
  return {
    what: inFour('catalogus', 'catalogue', 'Katalog', 'catalogue'),
    ok: broken.length === 0,
    needed: true,
    found:
      broken.length === 0
        ? inFour(`${n} bronnen`, `${n} sources`, `${n} Quellen`, `${n} sources`)
        : joinWith(broken, semicolon),
    repair: inFour(
      'herstel de source.yaml die hier staat',
      'corrigez le source.yaml nommé ici',
      'berichtigen Sie die hier genannte source.yaml',
      'mend the source.yaml named here',
    ),
  };
}

/** `samenbeeld doctor`: what this machine has, what it lacks, and how to mend it; exit 1 where something needed is missing. */
export async function doctor(options: Readonly<Record<string, unknown>>): Promise<number> {
  const terminal = openTerminal(options);
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const memory = totalmem() / 2 ** 30;
  const jupyter = version('jupyter', ['nbconvert', '--version']);
  const tslab = version('tslab', ['--version']);
  const chromium = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ].find((path) => existsSync(path));
  const findings: readonly Finding[] = [
    {
      what: named('Node'),
      ok: major > 20 || (major === 20 && minor >= 19),
      needed: true,
      found: named(process.version),
      repair: inFour(
        'installeer Node 20.19 of hoger',
        'installez Node 20.19 ou plus récent',
        'installieren Sie Node 20.19 oder neuer',
        'install Node 20.19 or later',
      ),
    },
    {
      what: inFour('geheugen', 'mémoire', 'Speicher', 'memory'),
      ok: memory >= 2,
      needed: false,
      found: inEach((language) => `${formatNumber(memory, language, 1)} GiB`),
      repair: inFour(
        'beelden met miljoenen rijen vragen 2 GiB of meer',
        'les tableaux de millions de lignes demandent 2 GiB ou plus',
        'Lagebilder mit Millionen Zeilen brauchen 2 GiB oder mehr',
        'pictures of millions of rows need 2 GiB or more',
      ),
    },
    await engineFinding(),
    catalogueFinding(),
    {
      what: named('Jupyter'),
      ok: jupyter !== null,
      needed: false,
      found: jupyter === null ? notOnPath : named(jupyter),
      repair: inFour(
        'voor notebooks: "npm test" maakt er een in .venv, of pip install jupyterlab',
        'pour les notebooks : « npm test » en crée un dans .venv, ou pip install jupyterlab',
        'für Notebooks: „npm test“ legt es in .venv an, oder pip install jupyterlab',
        'for notebooks: "npm test" makes one in .venv, or pip install jupyterlab',
      ),
    },
    {
      what: named('tslab'),
      ok: tslab !== null,
      needed: false,
      found: tslab === null ? notOnPath : named(tslab),
      repair: inFour(
        'voor notebooks: start met "npx pnpm exec", dat het in het PATH zet',
        'pour les notebooks : lancez par « npx pnpm exec », qui le met dans le PATH',
        'für Notebooks: mit „npx pnpm exec“ starten, das es in den PATH setzt',
        'for notebooks: run through "npx pnpm exec", which puts it on the PATH',
      ),
    },
    {
      what: inFour('browser', 'navigateur', 'Browser', 'browser'),
      ok: chromium !== undefined,
      needed: false,
      found:
        chromium === undefined
          ? inFour('geen Chromium', 'pas de Chromium', 'kein Chromium', 'no Chromium')
          : named(chromium),
      repair: inFour(
        'elke browser opent het rapport; de tests willen Chromium',
        'tout navigateur ouvre le rapport ; les tests veulent Chromium',
        'jeder Browser öffnet den Bericht; die Tests brauchen Chromium',
        'any browser opens the report; the tests want Chromium',
      ),
    },
  ];
  const { language } = terminal;
  const rows = findings.map(({ ok, needed, what, found, repair }) => [
    signs[ok ? 'ok' : needed ? 'fail' : 'note'][language],
    what[language],
    ok ? found[language] : `${found[language]}  (${repair[language]})`,
  ]);
  for (const line of aligned(rows)) terminal.print(`  ${line}`);
  terminal.result(
    findings.map(({ what, found, repair, ...rest }) => ({
      ...{ what: what.en, ...rest },
      ...{ found: found.en, repair: repair.en },
    })),
  );
  return findings.some((finding) => finding.needed && !finding.ok) ? 1 : 0;
}
