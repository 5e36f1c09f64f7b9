import type { StatusBoard, StatusIncident } from '../../src/contract/status.ts'

type Feed = Readonly<{
  board: StatusBoard
  organization: Readonly<{ slug: string; name: string }>
  selfUrl: URL
}>

/**
 * RFC 4287. Names stay the same as long as what they name does: an entry is an update, by its key, or the opening of an
 * incident that nobody has said anything about yet.
 */
export function statusFeed({ board, organization, selfUrl }: Feed): string {
  const { audience, by, at, incidents, historyFrom } = board
  const base = `tag:${organization.slug}.sre-indicators,2026:status`
  const entries = incidents
    .flatMap((incident) => entriesOf(incident, base))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
  const updated = entries[0]?.at ?? historyFrom
  const page = new URL('/status', selfUrl)
  page.search = new URLSearchParams({ audience, by }).toString()
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `  <id>${escaped(`${base}:${audience}:${selfUrl.searchParams.get('deployment') ?? 'all'}`)}</id>`,
    `  <title>${escaped(`${organization.name} status`)}</title>`,
    `  <updated>${updated}</updated>`,
    `  <link rel="self" type="application/atom+xml" href="${escaped(selfUrl.href)}"/>`,
    `  <link rel="alternate" type="text/html" href="${escaped(page.href)}"/>`,
    `  <author><name>${escaped(organization.name)}</name></author>`,
    `  <generator>SRE Indicators</generator>`,
    ...entries.map(
      (entry) => `  <entry>
    <id>${escaped(entry.id)}</id>
    <title>${escaped(entry.title)}</title>
    <updated>${entry.at}</updated>
    <published>${entry.at}</published>
    <author><name>${escaped(entry.by ?? organization.name)}</name></author>
    <content type="text">${escaped(entry.text)}</content>
  </entry>`,
    ),
    `</feed>`,
    `<!-- as of ${at} -->`,
    '',
  ].join('\n')
}

type FeedEntry = Readonly<{ id: string; title: string; at: string; by: string | null; text: string }>

const bracketWords = { first: 'Impacted', progress: 'Update', last: 'Resolved' } as const

function entriesOf(incident: StatusIncident, base: string): readonly FeedEntry[] {
  const { id, services, deployments, priority, updates, startedAt, isImpacting } = incident
  const where = deployments.length === 0 ? '' : ` in ${deployments.join(', ')}`
  const what = `${services.map(({ name }) => name).join(', ')}${where}`
  const rank = priority === null ? '' : ` (priority ${priority})`
  if (updates.length === 0) {
    if (!isImpacting) return []
    const text = 'Impacted; nothing has been written about it yet.'
    return [{ id: `${base}:${id}`, title: `Impacted: ${what}${rank}`, at: startedAt, by: null, text }]
  }
  return updates.map(({ key, bracket, text, at, by, nextAt }) => ({
    id: `${base}:${key}`,
    title: `${bracketWords[bracket]}: ${what}${rank}`,
    at,
    by,
    text: nextAt === null ? text : `${text}\nNext update by ${nextAt}.`,
  }))
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** What XML 1.0 cannot hold at all is left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
    .replaceAll(/(?![\n\t])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '')
}
