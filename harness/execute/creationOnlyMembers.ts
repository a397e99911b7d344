import type { Phase } from '../../generators/cases/case.ts';
import type { JsonObject } from '../../specs/json.ts';

/** Members that no update can change, set at creation so that losing them is noticed. */
export const creationOnlyMembers: Readonly<Partial<Record<Phase, JsonObject>>> = {
  examples: {
    AliasAttributes: ['email'],
    UsernameConfiguration: { CaseSensitive: false },
    Schema: [{ Name: 'poolproof', AttributeDataType: 'String' }],
  },
  sequence: { UsernameAttributes: ['email'], UsernameConfiguration: { CaseSensitive: false } },
};
