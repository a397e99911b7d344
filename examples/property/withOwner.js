/** An UpdateUserPool request that also sets the owner's tag; a pool with 50 tags has room for no other. */
export function withOwner(request, owner) {
  const { UserPoolTags = {}, ...rest } = request;
  const isFull = Object.keys(UserPoolTags).length >= 50 && !Object.hasOwn(UserPoolTags, 'owner');
  return isFull ? request : { ...rest, UserPoolTags: { ...UserPoolTags, owner } };
}
