import { Buffer } from 'node:buffer';
import type { AnswerLine, CaseLine, RunRecord } from '../harness/record/record.ts';
import { amzTarget, testedOperation } from '../specs/operation.ts';
import type { Reporter } from './reporter.ts';

/** report.har: the requests and answers of a run as an HTTP Archive 1.2, without what signs them. */
export const har: Reporter = {
  description: 'report.har: requests and answers as an HTTP Archive 1.2',
  fileName: 'report.har',
  render: (record) => `${JSON.stringify(harLog(record))}\n`,
};

function harLog(record: RunRecord): unknown {
  const { tool, startedAt } = record.header;
  return {
    log: {
      version: '1.2',
      creator: { name: tool.name, version: tool.version },
      pages: [],
      // What was not sent has no place in an archive of what was.
      entries: [...record.cases].filter(hasAnswer).map((line) => harEntry(line, record)),
      comment: `Times of day are those of the run's start, ${startedAt}: the record has durations alone.`,
    },
  };
}

function hasAnswer({ verdict, answer }: CaseLine): boolean {
  return verdict.kind !== 'skipped' && (answer.kind === 'answered' || answer.why !== 'not-sent');
}

function harEntry(line: CaseLine, { header }: RunRecord): unknown {
  const text = typeof line.request === 'string' ? line.request : JSON.stringify(line.request);
  return {
    startedDateTime: header.startedAt,
    time: line.answer.ms,
    request: {
      method: 'POST',
      url: `${(header.target.endpoint ?? 'http://127.0.0.1').replace(/\/+$/, '')}/`,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: requestHeaders,
      queryString: [],
      postData: { mimeType: 'application/x-amz-json-1.1', text, params: [] },
      headersSize: -1,
      bodySize: Buffer.byteLength(text),
    },
    response: harResponse(line.answer),
    cache: {},
    timings: { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait: line.answer.ms, receive: 0 },
    comment: `${line.id}: ${line.verdict.kind}`,
  };
}

const requestHeaders = [
  { name: 'content-type', value: 'application/x-amz-json-1.1' },
  { name: 'x-amz-target', value: amzTarget(testedOperation) },
];

function harResponse(answer: AnswerLine): unknown {
  const rest = { httpVersion: 'HTTP/1.1', cookies: [], redirectURL: '', headersSize: -1 };
  switch (answer.kind) {
    case 'answered': {
      const headers = Object.entries(answer.headers).map(([name, value]) => ({ name, value }));
      const mimeType = answer.headers['content-type'] ?? '';
      const content = { size: Buffer.byteLength(answer.body), mimeType, text: answer.body };
      return {
        status: answer.status,
        statusText: answer.error ?? '',
        ...rest,
        headers,
        content,
        bodySize: content.size,
      };
    }
    // Browsers write an answer that never came as status 0.
    case 'unanswered': {
      const content = { size: 0, mimeType: 'x-unknown' };
      return {
        status: 0,
        statusText: '',
        ...rest,
        headers: [],
        content,
        bodySize: -1,
        comment: `${answer.why}: ${answer.detail}`,
      };
    }
  }
}
