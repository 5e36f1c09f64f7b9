import type { LinkTemplates } from '../../server/ports.ts'

/** Tools of a company that does not exist, on names that are reserved for none. */
export const simulatedLinks: LinkTemplates = {
  links: [
    {
      name: 'Dashboard',
      url: 'https://dashboards.harbourline.example/d/{service}?var-deployment={deployment}&var-slo={slo}',
    },
    {
      name: 'Error log',
      url: 'https://logs.harbourline.example/search?service={service}&deployment={deployment}&level=error',
    },
  ],
  incident: 'https://incidents.harbourline.example/{id}',
}
