/** A server that is known by name: where it listens unless told otherwise. */
export interface Preset {
  readonly endpoint: string;
  readonly says: string;
}

/** Emulators whose default address their documentation gives. Any credentials do for all of them. */
export const presets: Readonly<Record<string, Preset>> = {
  'cognito-local': { endpoint: 'http://127.0.0.1:9229', says: 'cognito-local of npm' },
  moto: { endpoint: 'http://127.0.0.1:5000', says: "moto's server mode" },
  localstack: { endpoint: 'http://127.0.0.1:4566', says: 'LocalStack' },
  floci: { endpoint: 'http://127.0.0.1:4566', says: 'Floci' },
  'aws-emulator': {
    endpoint: 'https://127.0.0.1:9297',
    says: "AWS's own emulator; its key and certificate are read from ~/.aws/emulator",
  },
};
