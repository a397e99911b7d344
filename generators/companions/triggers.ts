import { kmsKeyArn } from '../values/arns.ts';
import { type Companion, getIn, setIn, setInIfAbsent } from './requestPaths.ts';

/** The trigger before token generation has two spellings that have to agree; custom senders need a key. */
export const triggers: Companion = (request, scene) => {
  const versioned = getIn(request, 'LambdaConfig.PreTokenGenerationConfig.LambdaArn');
  const plain = getIn(request, 'LambdaConfig.PreTokenGeneration');
  const agreed =
    versioned === undefined || plain === undefined
      ? request
      : setIn(request, 'LambdaConfig.PreTokenGeneration', versioned);
  const senders = ['LambdaConfig.CustomSMSSender', 'LambdaConfig.CustomEmailSender'];
  return senders.some((sender) => getIn(agreed, sender) !== undefined)
    ? setInIfAbsent(agreed, 'LambdaConfig.KMSKeyID', kmsKeyArn.plain(scene))
    : agreed;
};
