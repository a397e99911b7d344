import { existsSync, readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { isJsonObject, type JsonObject, type JsonValue, parsedJson } from '../../specs/json.ts';
import { UserError } from '../userError.ts';
import { didYouMean } from './nearest.ts';
import { runDefinitions } from './runSettings.ts';

/** One setting: how it is written, read and defaulted. */
export interface Definition<T> {
  /** How `--help` shows the value; absent for a switch. */
  readonly argument?: string;
  readonly says: string;
  /** The flag may be given several times; its values are read together, one to a line. */
  readonly repeats?: true;
  readonly read: (text: string) => { readonly value: T } | { readonly problem: string };
  /** The value, or what makes it, where nobody says anything. */
  readonly fallback: T | (() => T);
}

export type Definitions<S> = { readonly [key in keyof S]: Definition<S[key]> };

/** The file that settings may stand in, in the folder the command is started in. */
export const configFile = 'poolproof.config.json';

/** Adds a flag for every setting to a command. */
export function addOptions<S>(command: Command, definitions: Definitions<S>): void {
  for (const [key, { argument, says, fallback, repeats }] of entriesOf(definitions)) {
    const flag = argument === undefined ? flagOf(key) : `${flagOf(key)} ${argument}`;
    const lines = (text: string, before: string | undefined) => (before === undefined ? text : `${before}\n${text}`);
    const told = typeof fallback === 'function' || !isTold(fallback) ? says : `${says} (default: ${fallback})`;
    if (repeats) command.option(flag, told, lines);
    else command.option(flag, told);
  }
}

function isTold(fallback: unknown): boolean {
  return fallback !== undefined && fallback !== false && !(Array.isArray(fallback) && fallback.length === 0);
}

/**
 * Reads every setting: flag before POOLPROOF_ variable before config file before default. All problems are told at once, by
 * a UserError.
 */
export function readSettings<S>(
  definitions: Definitions<S>,
  flags: Readonly<Record<string, unknown>>,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): S {
  const problems: string[] = [];
  const config = readConfig(Object.keys(definitions), problems);
  const settings = entriesOf(definitions).map(([key, definition]) => {
    const said = saidFor(key, definition, flags, environment, config);
    return [key, said === undefined ? fallbackOf(definition) : valueSaid(definition, said, problems)] as const;
  });
  if (problems.length > 0) {
    throw new UserError('wrong-setting', problems.join('\n  '), 'Run the command with --help for every setting.');
  }
  return Object.fromEntries(settings) as S;
}

interface Said {
  /** Where it was said: `--seed`, `POOLPROOF_SEED`, `seed in poolproof.config.json`. */
  readonly place: string;
  readonly text: string;
}

function saidFor(
  key: string,
  { repeats }: Definition<unknown>,
  flags: Readonly<Record<string, unknown>>,
  environment: Readonly<Record<string, string | undefined>>,
  config: JsonObject,
): Said | undefined {
  const variable = `POOLPROOF_${key.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
  if (flags[key] !== undefined) return { place: flagOf(key), text: String(flags[key]) };
  const fromEnvironment = environment[variable];
  // Build servers set variables to nothing where there is nothing to say.
  if (fromEnvironment !== undefined && fromEnvironment !== '') return { place: variable, text: fromEnvironment };
  const fromFile = config[key];
  return fromFile === undefined
    ? undefined
    : { place: `"${key}" in ${configFile}`, text: textOf(fromFile, repeats ? '\n' : ',') };
}

function textOf(value: JsonValue, between: string): string {
  return Array.isArray(value) ? value.join(between) : typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function valueSaid<T>({ read }: Definition<T>, { place, text }: Said, problems: string[]): T | undefined {
  const result = read(text);
  if ('value' in result) return result.value;
  problems.push(`${place} ${result.problem}${/[.?]$/.test(result.problem) ? '' : '.'}`);
  return undefined;
}

function fallbackOf<T>({ fallback }: Definition<T>): T {
  return typeof fallback === 'function' ? (fallback as () => T)() : fallback;
}

function readConfig(known: readonly string[], problems: string[]): JsonObject {
  if (!existsSync(configFile)) return {};
  const config = parsedJson(readFileSync(configFile, 'utf8'));
  if (!isJsonObject(config)) {
    problems.push(`${configFile} has to hold a JSON object.`);
    return {};
  }
  // One file serves every command, so a command passes over what only runs are told.
  const settings = [...new Set([...known, ...Object.keys(runDefinitions)])];
  const strange = Object.keys(config).filter((key) => key !== '$schema' && !settings.includes(key));
  problems.push(...strange.map((key) => `"${key}" in ${configFile} is no setting.${didYouMean(key, settings)}`));
  return config;
}

function flagOf(key: string): string {
  return `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function entriesOf<S>(definitions: Definitions<S>): readonly (readonly [string, Definition<unknown>])[] {
  return Object.entries(definitions);
}
