import { readFileSync } from 'node:fs';
import { isJsonObject, parsedJson } from '../../../specs/json.ts';
import { amzTarget, createOperation } from '../../../specs/operation.ts';
import { fetchRequest } from '../../targets/fetchRequest.ts';
import { listen } from '../../targets/listen.ts';
import { createCertificate } from '../createCertificate.ts';
import { newMock, recordRun } from '../recordRun.ts';
import type { Scene } from './handedInFiles.ts';

/** A mock over HTTP with one pool, and the record of a run. */
export async function openScene(): Promise<Scene & { readonly close: () => Promise<void> }> {
  const mock = newMock();
  const { url, close } = await listen(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const answer = await mock(fetchRequest(request, Buffer.concat(chunks)));
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  });
  const headers = { 'x-amz-target': amzTarget(createOperation) };
  const created = await mock(new Request(url, { method: 'POST', headers, body: '{"PoolName":"kept"}' }));
  const { UserPool } = [parsedJson(await created.text())].find(isJsonObject) ?? {};
  const { path } = await recordRun(newMock(), 'PoolName');
  return {
    target: url,
    pool: String(isJsonObject(UserPool) ? UserPool.Id : ''),
    record: path,
    recordText: readFileSync(path, 'utf8'),
    certificate: createCertificate()?.cert ?? '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n',
    close,
  };
}
