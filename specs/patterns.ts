/**
 * The service's patterns, as the model prints them. They are Java regular expressions and match the whole string;
 * `\w`, `\d` and `\s` are ASCII. Two of them are cubic in a backtracking engine: match them with a linear one.
 */
export const patterns = {
  userPoolId: '[\\w-]+_[0-9a-zA-Z]+',
  arn: 'arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:([\\w+=/,.@-]*)?:[0-9]+:[\\w+=/,.@-]+(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?',
  smsMessage: '.*\\{####\\}.*',
  emailMessage: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*\\{####\\}[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*',
  emailSubject: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]+',
  emailMessageByLink:
    '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*\\{##[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*##\\}[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*',
  emailAddress: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+@[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+',
  configurationSet: '^[a-zA-Z0-9_-]+$',
  inviteSmsMessage: '(?s).*',
  inviteEmailMessage: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*',
  acrValue: '[\\x21\\x23-\\x5B\\x5D-\\x7E]+',
  poolName: '[\\w\\s+=,.@-]+',
  optionalArn:
    '(arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:([\\w+=/,.@-]*)?:[0-9]+:[\\w+=/,.@-]+(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?)?',
} as const;
