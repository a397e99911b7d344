import { kmsKeyArn } from '../values/arns.ts';
import { poolName, unknownPoolId } from '../values/names.ts';
import type { MemberTable } from './memberTable.ts';

/** Members that are the only text of their topic. */
export const others: MemberTable = {
  UserPoolId: unknownPoolId,
  PoolName: poolName,
  'KeyConfiguration.KmsKeyArn': kmsKeyArn,
};
