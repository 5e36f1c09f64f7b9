import * as z from 'zod/mini'

import { accessSettingsSchema } from '../settings/access-settings.ts'

export const PROXY_SECRET = 'a-secret-that-only-the-proxy-knows'

export const openSettings = z.parse(accessSettingsSchema, {})

export const proxySettings = (more: object = {}) =>
  z.parse(accessSettingsSchema, {
    proxy: { sharedSecretFromEnv: 'PROXY_SECRET' },
    people: { roles: { admin: ['sre'], 'team-editor': ['buyers'] }, teams: { buying: ['buyers'] } },
    ...more,
  })

export const throughProxy = (user: string, groups = '') => ({
  'x-proxy-secret': PROXY_SECRET,
  'x-forwarded-user': user,
  'x-forwarded-groups': groups,
})
