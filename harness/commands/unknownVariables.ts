import type { Command } from 'commander';
import { nearest } from '../../specs/nearest.ts';
import { otherVariables } from '../settings/otherVariables.ts';
import { SettingOption } from '../settings/settingOption.ts';
import { variablePrefix } from '../settings/variableOf.ts';

/** Variables of the environment by their names. */
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A sentence for each variable that is meant for poolproof by its name, and read by no command. `program` has the command that is
 * run, `all` loads the others: what is a setting of another command alone is no mistake, for one environment serves several.
 */
export async function unknownVariables(
  environment: Environment,
  program: Command,
  all: () => Promise<Command>,
): Promise<readonly string[]> {
  const names = Object.keys(environment).filter((name) => isMeant(name, environment[name] ?? ''));
  if (unknownTo(variablesOf(program), names).length === 0) return [];
  const known = variablesOf(await all());
  return unknownTo(known, names).map(
    (name) => `The variable ${name} is no setting of poolproof, and has no effect.${suggestion(name, known)}`,
  );
}

// All begin alike, which makes no two of them similar.
function suggestion(name: string, known: readonly string[]): string {
  const [rest = '', ...others] = [name, ...known].map((variable) => variable.slice(variablePrefix.length));
  const [best] = nearest(rest, others);
  return best === undefined ? '' : ` Did you mean ${variablePrefix}${best}?`;
}

function unknownTo(known: readonly string[], names: readonly string[]): readonly string[] {
  return names.filter((name) => !known.includes(name) && !otherVariables.includes(name));
}

// CI systems set variables to the empty string when they have no value.
function isMeant(name: string, value: string): boolean {
  return name.startsWith(variablePrefix) && value !== '' && !isOfService(name, value);
}

/** Whether Kubernetes or Docker set it in every container beside a service whose name begins with "poolproof". */
function isOfService(name: string, value: string): boolean {
  return /_SERVICE_(HOST|PORT(_.+)?)$|_PORT_\d+_(TCP|UDP|SCTP)(_.+)?$/.test(name) || /^(tcp|udp|sctp):\/\//.test(value);
}

function variablesOf(command: Command): readonly string[] {
  const own = command.options.flatMap((option) => (option instanceof SettingOption ? [option.variable] : []));
  return [...new Set([...own, ...command.commands.flatMap(variablesOf)])];
}
