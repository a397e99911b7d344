import { kmsKeyArn } from '../values/arns.ts';
import { at, type Companion, drop, put, putIfAbsent } from './draft.ts';

const type = 'KeyConfiguration.KeyType';
const arn = 'KeyConfiguration.KmsKeyArn';

/** A key of one's own is named, and the service's own key has no name. */
export const key: Companion = (request, scene) => {
  if (at(request, type) === 'CUSTOMER_MANAGED_KEY') return putIfAbsent(request, arn, kmsKeyArn.plain(scene));
  if (at(request, type) === 'AWS_OWNED_KEY') return drop(request, arn);
  return at(request, arn) === undefined ? request : put(request, type, 'CUSTOMER_MANAGED_KEY');
};
