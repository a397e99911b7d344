import { kmsKeyArn } from '../values/arns.ts';
import { at, type Companion, put, putIfAbsent } from './draft.ts';

/** The trigger before token generation has two spellings that have to agree; custom senders need a key. */
export const triggers: Companion = (request, scene) => {
  const versioned = at(request, 'LambdaConfig.PreTokenGenerationConfig.LambdaArn');
  const plain = at(request, 'LambdaConfig.PreTokenGeneration');
  const agreed =
    versioned === undefined || plain === undefined
      ? request
      : put(request, 'LambdaConfig.PreTokenGeneration', versioned);
  const senders = ['LambdaConfig.CustomSMSSender', 'LambdaConfig.CustomEmailSender'];
  return senders.some((sender) => at(agreed, sender) !== undefined)
    ? putIfAbsent(agreed, 'LambdaConfig.KMSKeyID', kmsKeyArn.plain(scene))
    : agreed;
};
