import type { Permission } from '../src/contract/operations.ts'
import type { Caller, Role } from '../src/domain/access/caller.ts'
import {
  isAllowed,
  isEverAllowed,
  rolesFor,
  scopeFor,
  type Action,
  type Subject,
} from '../src/domain/access/permissions.ts'
import { foundReview } from './calendar/review-id.ts'
import { namedBreach } from './breaches/breach-id.ts'
import { foundSlo, type CatalogIndex } from './catalog-index.ts'
import { didYouMean } from './closest-names.ts'
import { ownerOfBottleneck } from './delivery/bottleneck-subject.ts'
import { RequestProblem } from './problem.ts'

const roleWords: Readonly<Record<Role, string>> = {
  viewer: 'viewer',
  'team-editor': 'team editor',
  coach: 'coach',
  admin: 'admin',
}

const actionWords: Readonly<Record<Action, string>> = {
  read: 'read here',
  'change-slo': 'change SLOs',
  'correct-budget': 'correct budgets',
  'change-rule': 'change alert rules',
  'review-breach': 'review breaches',
  'enact-policy': 'enact policies',
  'read-team-policy': 'read policies that a team keeps to itself',
  'announce-status': 'tell people about incidents',
  'decide-bottleneck': 'decide on bottlenecks',
  'change-board': 'change the board',
  'record-expectations': 'record what is expected of SRE',
  'record-decisions': 'record decisions',
  'sign-decisions': 'sign decisions',
  'assess-maturity': 'assess maturity',
  'record-review': 'record reviews',
  'change-cadences': 'change how often reviews are held',
  'describe-service': 'describe services',
  'apply-catalog': 'apply a catalog',
  'ingest-buckets': 'send measurements',
  'ingest-records': 'send records',
  'read-audit': 'read the audit log',
  'manage-access': 'manage access',
  'use-own-session': 'use your session',
}

/** For routes whose subject stands in the body, and for hosts that answer without a route. */
export function requireAllowed(caller: Caller, action: Action, subject: Subject): void {
  if (!isAllowed(caller, action, subject)) throw forbidden(caller, action, subject)
}

/** Before anything is looked up, so that who may do nothing learns nothing. */
export function requireEverAllowed(caller: Caller, action: Action): void {
  if (!isEverAllowed(caller, action)) throw forbidden(caller, action, { ownedBy: null })
}

/** The team that owns what the path names. */
export function subjectOf(
  { subject }: Permission,
  params: Readonly<Record<string, string>>,
  index: CatalogIndex,
): Subject {
  if (subject === undefined || subject === 'of-route') return { ownedBy: null }
  const name = params[subject] ?? ''
  if (subject === 'bottleneck') return { ownedBy: ownerOfBottleneck(name, index) }
  if (subject === 'review') return { ownedBy: foundReview(name, index).team }
  if (subject === 'breach') return { ownedBy: namedBreach(name, index).member.slo.team }
  if (subject === 'slo') return { ownedBy: foundSlo(index, name).team }
  // One that is planned or made of others is in the catalog's profiles only.
  const service = index.services.get(name) ?? index.profiles.get(name)
  const ownedBy = subject === 'team' ? index.teams.get(name)?.slug : service?.team
  if (ownedBy !== undefined) return { ownedBy }
  throw new RequestProblem('not-found', {
    detail: `There is no ${subject} "${name}"`,
    field: subject,
    value: name,
    hint: didYouMean(name, (subject === 'team' ? index.teams : index.services).keys()),
    apiHint: `GET /api/${subject}s lists them`,
  })
}

function forbidden(caller: Caller, action: Action, { ownedBy }: Subject): RequestProblem {
  const what = `${actionWords[action]}${ownedBy === null ? '' : ` of the team ${ownedBy}`}`
  if (caller.kind === 'token') {
    const scope = scopeFor(action)
    return new RequestProblem('forbidden', {
      detail: `The token "${caller.name}" may not ${what}`,
      field: 'scope',
      value: caller.scopes.join(' '),
      allowed: scope === null ? [] : [scope],
      apiHint: scope === null ? 'Only a person may do that' : `Use a token with the scope ${scope}`,
    })
  }
  const { any, own } = rolesFor(action)
  const needed = [
    ...any.map((role) => roleWords[role]),
    ...own.map(
      (role) =>
        `${roleWords[role]} of ${ownedBy === null ? 'the team it belongs to' : `the team ${ownedBy}`}`,
    ),
  ]
  return new RequestProblem('forbidden', {
    detail: `As ${roleWords[caller.role]} you may not ${what}`,
    field: 'role',
    value: caller.role,
    allowed: [...any, ...own],
    hint:
      needed.length === 1
        ? `It needs the role ${needed[0]}`
        : `It needs one of the roles: ${needed.join(', ')}`,
  })
}
