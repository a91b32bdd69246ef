import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { totalmem } from 'node:os';
import { openEngine } from '@samenbeeld/engine';
import { loadSource } from '@samenbeeld/ingest';
import { catalogue, catalogueFolder } from '@samenbeeld/sources';
import { openTerminal } from '../terminal.ts';

interface Finding {
  readonly what: string;
  readonly ok: boolean;
  /** Without it pictures cannot be built; the others only limit what can be looked at. */
  readonly needed: boolean;
  readonly found: string;
  readonly repair: string;
}

function version(program: string, args: readonly string[]): string | null {
  const done = spawnSync(program, args, { encoding: 'utf8' });
  return done.status === 0 ? ((done.stdout || done.stderr).trim().split('\n')[0] ?? '') : null;
}

async function engineFinding(): Promise<Finding> {
  try {
    const engine = await openEngine();
    const [row] = await engine.rows<{ readonly version: string }>('select version() as version');
    await engine.close();
    return { what: 'DuckDB', ok: true, needed: true, found: row?.version ?? '', repair: '' };
  } catch (error) {
    return {
      what: 'DuckDB',
      ok: false,
      needed: true,
      found: error instanceof Error ? error.message : String(error),
      repair: 'install again: npx pnpm install',
    };
  }
}

function catalogueFinding(): Finding {
  const broken = catalogue().flatMap((id) => {
    try {
      loadSource(catalogueFolder(id));
      return [];
    } catch (error) {
      return [`${id}: ${error instanceof Error ? error.message : String(error)}`];
    }
  });
  return {
    what: 'catalogue',
    ok: broken.length === 0,
    needed: true,
    found: broken.length === 0 ? `${catalogue().length} sources` : broken.join('; '),
    repair: 'mend the source.yaml named here',
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
      what: 'Node',
      ok: major > 20 || (major === 20 && minor >= 19),
      needed: true,
      found: process.version,
      repair: 'install Node 20.19 or later',
    },
    {
      what: 'memory',
      ok: memory >= 2,
      needed: false,
      found: `${memory.toFixed(1)} GiB`,
      repair: 'pictures of millions of rows need 2 GiB or more',
    },
    await engineFinding(),
    catalogueFinding(),
    {
      what: 'Jupyter',
      ok: jupyter !== null,
      needed: false,
      found: jupyter ?? 'not on the PATH',
      repair: 'for notebooks: "npm test" makes one in .venv, or pip install jupyterlab',
    },
    {
      what: 'tslab',
      ok: tslab !== null,
      needed: false,
      found: tslab ?? 'not on the PATH',
      repair: 'for notebooks: run through "npx pnpm exec", which puts it on the PATH',
    },
    {
      what: 'browser',
      ok: chromium !== undefined,
      needed: false,
      found: chromium ?? 'no Chromium',
      repair: 'any browser opens the report; the tests want Chromium',
    },
  ];
  for (const finding of findings) {
    terminal.print(
      `  ${finding.ok ? 'ok  ' : finding.needed ? 'FAIL' : 'note'}  ${finding.what.padEnd(10)}${finding.found}${finding.ok ? '' : `  (${finding.repair})`}`,
    );
  }
  terminal.result(findings);
  return findings.some((finding) => finding.needed && !finding.ok) ? 1 : 0;
}
