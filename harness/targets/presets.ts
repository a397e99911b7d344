/** A server known by name, with its default address. */
export interface Preset {
  readonly endpoint: string;
  readonly description: string;
  /** The npm package that it is installed by, where there is one. */
  readonly package?: string;
}

/** Emulators with a documented default address. All accept any credentials. */
export const presets: Readonly<Record<string, Preset>> = {
  'cognito-local': { endpoint: 'http://127.0.0.1:9229', description: 'cognito-local of npm', package: 'cognito-local' },
  moto: { endpoint: 'http://127.0.0.1:5000', description: "moto's server mode" },
  localstack: { endpoint: 'http://127.0.0.1:4566', description: 'LocalStack' },
  floci: { endpoint: 'http://127.0.0.1:4566', description: 'Floci' },
  'aws-emulator': {
    endpoint: 'https://127.0.0.1:9297',
    description: "AWS's own emulator; its key and certificate are read from ~/.aws/emulator",
  },
};

/** Whether a target is one of the presets, and not the name of something that every object has. */
export function isPreset(target: string): boolean {
  return Object.hasOwn(presets, target);
}
