import type { Audience } from '../../domain/service-status.ts'

export const audienceWords: Readonly<Record<Audience, string>> = {
  organization: 'Organization',
  stakeholders: 'Stakeholders',
  external: 'External',
}
