import type { Role } from '../domain/access/caller.ts'

export const roleWords: Readonly<Record<Role, string>> = {
  viewer: 'Viewer',
  'team-editor': 'Team editor',
  coach: 'Coach',
  admin: 'Admin',
}
