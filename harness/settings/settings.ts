import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { asSentence } from '../../specs/asSentence.ts';
import { isJsonObject, type JsonObject } from '../../specs/json.ts';
import { didYouMean } from '../../specs/nearest.ts';
import { inputJson } from '../inputFile.ts';
import { UserError } from '../userError.ts';
import type { Definition, Definitions } from './definition.ts';
import type { Read } from './readers.ts';
import { runDefinitions } from './runSettings.ts';
import { SettingOption } from './settingOption.ts';
import { variableOf } from './variableOf.ts';

/** The optional file of settings, looked for in the working directory. */
export const configFile = 'poolproof.config.json';

/** Adds a flag for every setting to a command. */
export function addOptions<S>(command: Command, definitions: Definitions<S>): void {
  for (const [key, { argument, description, fallback, repeats }] of entriesOf(definitions)) {
    const flag = argument === undefined ? flagOf(key) : `${flagOf(key)} ${argument}`;
    const lines = (text: string, before: string | undefined) => (before === undefined ? text : `${before}\n${text}`);
    const text =
      typeof fallback === 'function' || !hasShownDefault(fallback)
        ? description
        : `${description} (default: ${fallback})`;
    const option = new SettingOption(key, flag, text);
    command.addOption(repeats ? option.argParser(lines) : option);
  }
}

function hasShownDefault(fallback: unknown): boolean {
  return (
    fallback !== undefined &&
    fallback !== false &&
    fallback !== '' &&
    !(Array.isArray(fallback) && fallback.length === 0)
  );
}

/**
 * Reads every setting: flag before POOLPROOF_ variable before config file before default. Throws one UserError that names all
 * problems.
 */
export function readSettings<S>(
  definitions: Definitions<S>,
  flags: Readonly<Record<string, unknown>>,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): S {
  const problems: string[] = [];
  const config = readConfig(Object.keys(definitions), problems);
  const settings = entriesOf(definitions).map(([key, definition]) => {
    const given = rawSettingFor(key, flags, environment, config);
    return [key, given === undefined ? fallbackOf(definition) : readRawSetting(definition, given, problems)] as const;
  });
  if (problems.length > 0) {
    throw new UserError('wrong-setting', problems.join('\n  '), 'Run the command with --help for every setting.');
  }
  return Object.fromEntries(settings) as S;
}

/**
 * Checks options of the library by the same definitions as flags. `given` holds what was passed; environment and config file are
 * not read. Throws one UserError that names all problems.
 */
export function settingsFromOptions<S>(definitions: Definitions<S>, given: Readonly<Record<string, unknown>>): S {
  const known = Object.keys(definitions);
  const problems = Object.keys(given)
    .filter((key) => !known.includes(key))
    .map((key) => `"${key}" is not an option.${didYouMean(key, known)}`);
  const settings = entriesOf(definitions).map(([key, definition]) => {
    const value = given[key];
    if (value === undefined) return [key, fallbackOf(definition)] as const;
    return [key, readRawSetting(definition, { place: key, value }, problems)] as const;
  });
  if (problems.length > 0) throw new UserError('wrong-setting', problems.join('\n  '), 'Correct the options.');
  return Object.fromEntries(settings) as S;
}

function settingText(value: unknown, between: string): string | undefined {
  if (Array.isArray(value)) return value.every(isScalar) ? value.map(String).join(between) : undefined;
  return isScalar(value) ? String(value) : undefined;
}

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

interface RawSetting {
  /** Where it was given: `--seed`, `POOLPROOF_SEED`, `seed in poolproof.config.json`. */
  readonly place: string;
  readonly value: unknown;
}

function rawSettingFor(
  key: string,
  flags: Readonly<Record<string, unknown>>,
  environment: Readonly<Record<string, string | undefined>>,
  config: JsonObject,
): RawSetting | undefined {
  const variable = variableOf(key);
  if (flags[key] !== undefined) return { place: flagOf(key), value: flags[key] };
  const fromEnvironment = environment[variable];
  // CI systems set variables to the empty string when they have no value.
  if (fromEnvironment !== undefined && fromEnvironment !== '') return { place: variable, value: fromEnvironment };
  const fromFile = config[key];
  return fromFile === undefined ? undefined : { place: `"${key}" in ${configFile}`, value: fromFile };
}

function readRawSetting<T>(definition: Definition<T>, { place, value }: RawSetting, problems: string[]): T | undefined {
  const result = settingFrom(definition, value);
  if ('value' in result) return result.value;
  problems.push(asSentence(`${place} ${result.problem}`));
  return undefined;
}

/** Characters of a setting: more than any header, fewer than are worth comparing with the words that are known. */
const longestSetting = 20_000;

function settingFrom<T>({ read, repeats }: Definition<T>, value: unknown): ReturnType<Read<T>> {
  const text = settingText(value, repeats ? '\n' : ',');
  if (text === undefined) return { problem: 'has to be text, a number, true or false, or a list of them' };
  if (text.length > longestSetting)
    return { problem: `has ${text.length} characters, and ${longestSetting} at most are read` };
  return text.includes('\0') ? { problem: 'has a zero character in it' } : read(text);
}

function fallbackOf<T>({ fallback }: Definition<T>): T {
  return typeof fallback === 'function' ? (fallback as () => T)() : fallback;
}

/** A file with more of them is no file of settings, and to look for what was meant takes time. */
const mostUnknown = 50;

function readConfig(known: readonly string[], problems: string[]): JsonObject {
  if (!existsSync(configFile)) return {};
  const file = inputJson(configFile);
  const config = 'value' in file ? file.value : null;
  if (!isJsonObject(config)) {
    problems.push(
      'problem' in file ? asSentence(`${configFile} ${file.problem}`) : `${configFile} has to hold a JSON object.`,
    );
    return {};
  }
  // One file serves every command, so a command ignores the settings that only `run` has.
  const settings = [...new Set([...known, ...Object.keys(runDefinitions)])];
  const unknown = Object.keys(config).filter((key) => key !== '$schema' && !settings.includes(key));
  problems.push(
    ...unknown
      .slice(0, mostUnknown)
      .map((key) => `"${key}" in ${configFile} is not a setting.${didYouMean(key, settings)}`),
  );
  return config;
}

function flagOf(key: string): string {
  return `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function entriesOf<S>(definitions: Definitions<S>): readonly (readonly [string, Definition<unknown>])[] {
  return Object.entries(definitions);
}
