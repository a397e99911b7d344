import { kmsKeyArn } from '../values/arns.ts';
import { type Companion, getIn, removeIn, setIn, setInIfAbsent } from './requestPaths.ts';

const type = 'KeyConfiguration.KeyType';
const arn = 'KeyConfiguration.KmsKeyArn';

/** A customer managed key is named; the key of the service has no ARN. */
export const key: Companion = (request, scene) => {
  if (getIn(request, type) === 'CUSTOMER_MANAGED_KEY') return setInIfAbsent(request, arn, kmsKeyArn.plain(scene));
  if (getIn(request, type) === 'AWS_OWNED_KEY') return removeIn(request, arn);
  return getIn(request, arn) === undefined ? request : setIn(request, type, 'CUSTOMER_MANAGED_KEY');
};
