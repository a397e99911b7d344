import { patterns } from '../patterns.ts';
import { edition20261001 } from './2026-10-01.ts';
import { editionAfter } from './rows.ts';

/** The newest edition. The limits of DcrConfiguration are published nowhere; those of AcrValue stand in the API reference. */
export const edition20261113 = editionAfter(edition20261001, {
  date: '2026-11-13',
  source: '@aws-sdk/client-cognito-identity-provider 3.1169.0 over botocore 1.43.107',
  rows: {
    DcrConfiguration: { type: 'structure' },
    'DcrConfiguration.EnableStatus': { type: 'string', enum: ['Enabled', 'Disabled'] },
    'DcrConfiguration.OpenDcrEnabled': { type: 'boolean' },
    'DcrConfiguration.AuthenticatedGrantTypes': { type: 'list', limits: 'unknown' },
    'DcrConfiguration.AuthenticatedGrantTypes[]': { type: 'string', enum: ['code', 'implicit', 'client_credentials'] },
    'DcrConfiguration.OpenDcrGrantTypes': { type: 'list', limits: 'unknown' },
    'DcrConfiguration.OpenDcrGrantTypes[]': { type: 'string', enum: ['code', 'implicit', 'client_credentials'] },
    'DcrConfiguration.AllowedScopes': { type: 'list', limits: 'unknown' },
    'DcrConfiguration.AllowedScopes[]': { type: 'string', limits: 'unknown' },
    AcrConfiguration: { type: 'map' },
    'AcrConfiguration{key}': { type: 'string' },
    'AcrConfiguration{value}': { type: 'structure' },
    'AcrConfiguration{value}.AcrValue': { type: 'string', required: true, min: 1, max: 64, pattern: patterns.acrValue },
  },
});
