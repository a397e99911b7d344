/** A rule or an observation that no clause rests on, and why. */
export interface ReasonWhyNot {
  /** The number of a rule, or the name of an observation. */
  readonly rule: number | `OBS-${string}` | `R${string}`;
  readonly why: string;
}

/** Rules and observations of the operation that requests to it cannot check. */
export const reasonsWhyNot: readonly ReasonWhyNot[] = [
  { rule: 24, why: 'OPTIONAL beside adaptive authentication is advice: nothing is refused without it.' },
  { rule: 27, why: 'The form of OriginationIdentity has to agree with a role’s policy, which no request shows.' },
  { rule: 29, why: 'Whether a role trusts the service and may publish lies in the account, not in the request.' },
  { rule: 36, why: '{username} in a verification mail stays unfilled; no source says that it is refused.' },
  { rule: 42, why: 'The service-linked role that DEVELOPER creates shows in another service.' },
  { rule: 'OBS-069', why: 'Whether SES has verified an identity lies in the account, not in the request.' },
  { rule: 'OBS-073', why: 'The account that the caller acts in is not part of the request.' },
  {
    rule: 'OBS-102',
    why: 'The client took the text apart before it was sent, so the wire never carried a text for a list.',
  },
  { rule: 'R24', why: 'What a new pool shows is not the work of an update; the mock shows it.' },
  { rule: 'R26', why: 'The attributes of a new pool are not the work of an update; the mock has them.' },
  {
    rule: 'R05',
    why: 'Seen by way of Cloud Control, which may send 0 of its own accord; the survey asks without MinimumLength.',
  },
  { rule: 'R31', why: 'The template, a tool and the service are not told apart in it; the survey asks.' },
  { rule: 'R32', why: 'us-gov-west-1 in 2021 refused threat protection; what that Region does today is not known.' },
  { rule: 'R33', why: 'Whether the caller may pass the role lies in the account, not in the request.' },
  { rule: 'R34', why: 'A form of message, which no clause judges; the mock prints it.' },
];
