import type { Person } from '../../src/domain/access/caller.ts'

/** Without authentication only this machine is listened to, and whoever sits at it may do everything. */
export const localPerson: Person = {
  kind: 'person',
  id: 'local',
  name: 'local',
  role: 'admin',
  teams: [],
  signedInBy: 'loopback',
}
