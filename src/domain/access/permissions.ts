import { roles, type Caller, type Role, type Scope } from './caller.ts'

/** `own`: only what belongs to one of the person's teams. */
type Reach = 'any' | 'own'

type Rule = Readonly<{ roles: Readonly<Partial<Record<Role, Reach>>>; scope: Scope | 'every' | null }>

const everybody = { viewer: 'any', 'team-editor': 'any', coach: 'any', admin: 'any' } as const

/** Who may do what; there is no other place that decides it. What stands in no row is refused. */
const rules = {
  read: { roles: everybody, scope: 'read' },
  'change-slo': { roles: { 'team-editor': 'own', coach: 'any', admin: 'any' }, scope: null },
  'correct-budget': { roles: { 'team-editor': 'own', coach: 'any', admin: 'any' }, scope: null },
  'change-rule': { roles: { 'team-editor': 'own', coach: 'any', admin: 'any' }, scope: null },
  'review-breach': { roles: { 'team-editor': 'own', coach: 'any', admin: 'any' }, scope: null },
  'enact-policy': { roles: { 'team-editor': 'own', coach: 'any', admin: 'any' }, scope: null },
  'read-team-policy': {
    roles: { viewer: 'own', 'team-editor': 'own', coach: 'any', admin: 'any' },
    scope: null,
  },
  'announce-status': { roles: { 'team-editor': 'any', coach: 'any', admin: 'any' }, scope: null },
  'decide-bottleneck': { roles: { 'team-editor': 'own', coach: 'any', admin: 'any' }, scope: null },
  'change-board': { roles: { coach: 'any', admin: 'any' }, scope: null },
  'record-expectations': { roles: { coach: 'any', admin: 'any' }, scope: null },
  'record-decisions': { roles: { 'team-editor': 'own', coach: 'any', admin: 'any' }, scope: null },
  // Whoever is named among the deciders may sign, and for themselves only: the route asks for that.
  'sign-decisions': { roles: everybody, scope: null },
  'assess-maturity': { roles: { coach: 'any', admin: 'any' }, scope: null },
  'record-review': { roles: { 'team-editor': 'own', coach: 'any', admin: 'any' }, scope: null },
  'change-cadences': { roles: { coach: 'any', admin: 'any' }, scope: null },
  'describe-service': { roles: { 'team-editor': 'own', coach: 'any', admin: 'any' }, scope: null },
  'apply-catalog': { roles: { admin: 'any' }, scope: 'catalog:apply' },
  'ingest-buckets': { roles: { admin: 'any' }, scope: 'ingest:buckets' },
  'ingest-records': { roles: { admin: 'any' }, scope: 'ingest:records' },
  'read-audit': { roles: { coach: 'any', admin: 'any' }, scope: 'read:audit' },
  'manage-access': { roles: { admin: 'any' }, scope: null },
  'use-own-session': { roles: everybody, scope: 'every' },
} as const satisfies Readonly<Record<string, Rule>>

export type Action = keyof typeof rules
export const actions = Object.keys(rules) as readonly Action[]

/** `ownedBy`: the team whose the thing is; null where it is nobody's or everybody's. */
export type Subject = Readonly<{ ownedBy: string | null }>

export function isAllowed(caller: Caller, action: Action, subject: Subject): boolean {
  const reach = reachOf(caller, action)
  if (reach !== 'own') return reach === 'any'
  return caller.kind === 'person' && subject.ownedBy !== null && caller.teams.includes(subject.ownedBy)
}

/** Whether there may be a subject for which the caller is allowed: false refuses before anything is looked up. */
export function isEverAllowed(caller: Caller, action: Action): boolean {
  return reachOf(caller, action) !== null
}

/** The roles that may do it to anything, and those that may to what is their own. */
export function rolesFor(action: Action): Readonly<{ any: readonly Role[]; own: readonly Role[] }> {
  const { roles: reaches }: Rule = rules[action]
  return {
    any: roles.filter((role) => reaches[role] === 'any'),
    own: roles.filter((role) => reaches[role] === 'own'),
  }
}

/** The scope with which a token may do it: `every` where any will do, null where only people may. */
export function scopeFor(action: Action): Scope | 'every' | null {
  return rules[action].scope
}

function reachOf(caller: Caller, action: Action): Reach | null {
  const rule: Rule = rules[action]
  if (caller.kind === 'person') return rule.roles[caller.role] ?? null
  if (rule.scope === null) return null
  return rule.scope === 'every' || caller.scopes.includes(rule.scope) ? 'any' : null
}
