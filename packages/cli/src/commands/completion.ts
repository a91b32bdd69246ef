import {
  agencies,
  bases,
  type CodeEntry,
  countUnits,
  marketLevels,
  metrics,
  offences,
  ownValue,
  places,
  substances,
  units,
  wrongUse,
} from '@samenbeeld/schema';
import type { Command } from 'commander';
import { optionName } from '../options.ts';
import type { Asking } from '../program.ts';

const codesOf: Readonly<Record<string, readonly CodeEntry[]>> = {
  ...{ places, substances, bases, metrics, units, agencies, offences, marketLevels, countUnits },
};

/** Words that may follow an option: values, or the codes of its list. */
function valuesAfter({ params }: Asking): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(params).flatMap(([key, { values, list }]) => {
      const codes =
        values ??
        (list === undefined ? [] : (ownValue(codesOf, list) ?? []).map(({ code }) => code));
      return codes.length === 0 ? [] : [[optionName(key), codes.join(' ')] as const];
    }),
  );
}

function wordsOf(root: Command, asking: Asking) {
  const commands = root.commands.map((command) => command.name());
  const options = root.commands.map((command) => {
    const own = command.options.flatMap(({ long }) => long ?? []);
    return [command.name(), own.join(' ')] as const;
  });
  return {
    commands: commands.join(' '),
    options,
    answers: asking.answers.map(({ name }) => name).join(' '),
    values: [...valuesAfter(asking)],
  };
}

function bash(words: ReturnType<typeof wordsOf>): string {
  return `_samenbeeld() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} list=
  if [ "$COMP_CWORD" -eq 1 ]; then list='${words.commands}'
  elif [ "\${COMP_WORDS[1]}" = answers ]; then list='${words.answers}'
  elif [ "\${COMP_WORDS[1]}" = ask ] && [ "$COMP_CWORD" -eq 3 ]; then list='${words.answers}'
  else
    case "$before" in
${words.values.map(([option, codes]) => `      ${option}) list='${codes}' ;;`).join('\n')}
    esac
    if [ -z "$list" ] && [ "\${word#-}" != "$word" ]; then
      case "\${COMP_WORDS[1]}" in
${words.options.map(([command, options]) => `        ${command}) list='${options}' ;;`).join('\n')}
      esac
    fi
  fi
  COMPREPLY=( $(compgen -W "$list" -- "$word") )
}
complete -o default -F _samenbeeld samenbeeld
`;
}

function powershell(words: ReturnType<typeof wordsOf>): string {
  const quoted = (list: string): string => `'${list}'`;
  return `Register-ArgumentCompleter -Native -CommandName samenbeeld -ScriptBlock {
  param($word, $ast, $at)
  $said = @($ast.CommandElements | ForEach-Object { $_.ToString() })
  $count = $said.Count - [int]($word -ne '')
  $options = @{ ${words.options.map(([command, options]) => `${quoted(command)} = ${quoted(options)}`).join('; ')} }
  $values = @{ ${words.values.map(([option, codes]) => `${quoted(option)} = ${quoted(codes)}`).join('; ')} }
  $before = $said[$count - 1]
  if ($count -eq 1) { $list = ${quoted(words.commands)} }
  elseif ($said[1] -eq 'answers' -or ($said[1] -eq 'ask' -and $count -eq 3)) { $list = ${quoted(words.answers)} }
  elseif ($values.ContainsKey($before)) { $list = $values[$before] }
  elseif ($word.StartsWith('-')) { $list = $options[$said[1]] }
  else { return }
  $list -split ' ' | Where-Object { $_ -like "$word*" } |
    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`;
}

const shells = { bash, powershell } as const;

/** `samenbeeld completion`: a script for a shell, made from the commands and the cards of the answers. */
export async function completion(
  _options: Readonly<Record<string, unknown>>,
  shell: string | readonly string[] | undefined,
  root: Command,
  asking: Asking | null,
): Promise<undefined> {
  const name = String(shell);
  if (asking === null || !Object.hasOwn(shells, name))
    throw wrongUse(
      'Er is aanvulling voor {shells}, niet voor "{name}".',
      'La complétion existe pour {shells}, pas pour « {name} ».',
      'Vervollständigung gibt es für {shells}, nicht für „{name}“.',
      'There is completion for {shells}, not for "{name}".',
      { shells: Object.keys(shells).join(', '), name },
    );
  process.stdout.write(shells[name as keyof typeof shells](wordsOf(root, asking)));
}
