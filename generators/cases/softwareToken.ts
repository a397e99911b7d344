import type { JsonObject } from '../../specs/json.ts';

/** A SetUserPoolMfaConfig request that gives the pool a factor by which it can ask for a second one. */
export const softwareToken: JsonObject = {
  MfaConfiguration: 'OPTIONAL',
  SoftwareTokenMfaConfiguration: { Enabled: true },
};
