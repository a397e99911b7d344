import { kebabPath, type MemberPath } from '../../../specs/member.ts';

/** All of a mutant that gets one constraint of a member wrong, but what it alters. */
export function constraintFields(path: MemberPath, kind: string, how: string, does: string) {
  return {
    id: `constraint/${path}/${kind}/${how}`,
    group: 'constraint',
    member: path,
    clause: `${kebabPath(path)}.${kind}`,
    says: `Of ${path} the service ${does}.`,
  } as const;
}
