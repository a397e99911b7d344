import { Option } from 'commander';
import { variableOf } from './variableOf.ts';

/** An option of the command line that is a setting: its value may come from a variable or the config file as well. */
export class SettingOption extends Option {
  readonly variable: string;

  constructor(key: string, flags: string, description: string) {
    super(flags, description);
    this.variable = variableOf(key);
  }
}
