import type { GenerationScene } from '../cases/scene.ts';
import { framedText, type Text } from './text.ts';

const otherAccount = '210987654321';

/** A Lambda function, its alias and one of another account, all in the pool's Region. */
export const lambdaArn: Text = arn('lambda', {
  resource: 'function:',
  name: 'trigger',
  keeps: (scene) => ({
    alias: `${prefix('lambda', scene)}function:trigger:prod`,
    'other-account': `${prefix('lambda', { ...scene, account: otherAccount })}function:trigger_2-b`,
  }),
});

/** A KMS key. */
export const kmsKeyArn: Text = arn('kms', {
  resource: 'key/',
  name: '1234abcd-12ab-34cd-56ef-1234567890ab',
  keeps: (scene) => ({ 'multi-region': `${prefix('kms', scene)}key/mrk-1234abcd12ab34cd56ef1234567890ab` }),
});

/** An IAM role. ARNs of IAM name no Region. */
export const roleArn: Text = arn('iam', {
  resource: 'role/',
  name: 'user-pool-sms',
  keeps: (scene) => ({ path: `${prefix('iam', scene)}role/service-role/sms+=,.@-1` }),
});

/** A verified identity of SES. */
export const sesIdentityArn: Text = arn('ses', {
  resource: 'identity/',
  name: 'no-reply@example.com',
  keeps: (scene) => ({ domain: `${prefix('ses', scene)}identity/example.com` }),
});

interface ArnParts {
  readonly resource: string;
  readonly name: string;
  readonly keeps: (scene: GenerationScene) => Readonly<Record<string, string>>;
}

function arn(service: string, { resource, name, keeps }: ArnParts): Text {
  const plain = (scene: GenerationScene) => `${prefix(service, scene)}${resource}${name}`;
  return framedText({
    plain,
    keeps: (scene) => ({ plain: plain(scene), ...keeps(scene) }),
    frame: (scene, length) => {
      const full = `${prefix(service, scene)}${resource}`;
      // The shortest legal lengths leave room for a Region in no ARN.
      return [full.length < length ? full : `arn:aws:${service}::1:`, ''];
    },
  });
}

function prefix(service: string, { region, account }: GenerationScene): string {
  return `arn:${partitionOf(region)}:${service}:${service === 'iam' ? '' : region}:${account}:`;
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
