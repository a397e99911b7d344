import { expect } from 'chai';
import { fixtureRecord } from '../../reports/fixtureRecord.ts';
import { targetVersion } from './targetVersion.ts';

const { version: _, ...target } = fixtureRecord.header.target;
const header = { ...fixtureRecord.header, target };

function versionSeen(server: string): string {
  return targetVersion({ header, probe: { line: 'probe', dialect: 'aws-json', pools: 'kept', missing: [], server } });
}

describe('the version of a target', () => {
  it('is what its server calls itself where nothing else tells it', () => {
    expect(versionSeen('ministack/1.5.33')).to.equal('ministack/1.5.33');
    expect(versionSeen('Werkzeug/3.1.3 emulator/2.0 Python/3.11.2')).to.equal('emulator/2.0');
  });

  it('is not that of the web framework under it', () => {
    const frameworks = [
      ...['Werkzeug/3.1.3 Python/3.11.2', 'uvicorn', 'hypercorn-h11', 'hypercorn-h2', 'gunicorn/20.1.0', 'Express'],
      ...['nginx/1.18.0 (Ubuntu)', 'Jetty(9.4.53.v20231009)', 'Apache/2.4.41 (Unix) mod_ssl/2.4', 'Kestrel', 'Server'],
      ...['Python/3.11 aiohttp/3.9.1', 'BaseHTTP/0.6 Python/3.11.2', 'TwistedWeb/24.3.0', ' '],
    ];
    for (const server of frameworks) expect(versionSeen(server), server).to.equal('unknown');
  });
});
