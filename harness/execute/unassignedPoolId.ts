/** The id of a pool that never existed. */
export const unassignedPoolId = 'us-east-1_Neverwas1';
