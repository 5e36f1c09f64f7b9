import { describe, expect, test } from 'vitest'

import { apiClient, sending } from '../testing/api-client.ts'
import { person } from '../testing/callers.ts'
import { recordsWithIncident } from '../testing/tiny-incident.ts'
import { tinyOrganization } from '../testing/tiny-organization.ts'

const open = () => tinyOrganization({ deps: { records: recordsWithIncident() } })
const first = {
  incident: 'inc-7',
  bracket: 'first',
  audience: 'external',
  text: 'Some carts <cannot> be opened & lost',
  nextAt: '2026-11-18T05:00:00Z',
  seenCount: 0,
}

function client(deps = open(), caller = person('team-editor', 'buying')) {
  const api = apiClient(deps, caller)
  const list = (service: string, audience: string, product: string | null = null) =>
    apiClient(deps).write('changeServiceListing', {
      params: { service },
      body: { audience, product, seenVersion: 0 },
    })
  return {
    ...api,
    list,
    tell: (change: object = {}) => api.write('createStatusUpdate', { body: { ...first, ...change } }),
  }
}

describe('the board', () => {
  test('says what is impacted by open incidents of priority 1 and 2, by deployment', async () => {
    const { read } = client()
    const board = await read('readStatus')
    expect(board).toMatchObject({ audience: 'organization', impactedCount: 1, healthyCount: 2 })
    expect(board.groups.map(({ key, state }) => [key, state])).toEqual([['north', 'impacted']])
    expect(board.groups[0]?.services[0]).toMatchObject({
      slug: 'cart',
      state: 'impacted',
      impactedIn: ['north'],
    })
    expect((await read('readStatus', { deployment: 'lab' })).groups[0]?.state).toBe('healthy')
  })

  test.each([
    ['resolved', { resolvedAt: '2026-11-18T02:00:00Z' }],
    ['of priority 3', { priority: 3 }],
    ['without a priority', { priority: null }],
  ])('an incident that is %s impacts nothing', async (_, change) => {
    const records = recordsWithIncident({ ...change, id: 'inc-8', services: ['search'] })
    const { read } = client(tinyOrganization({ deps: { records } }))
    const { groups } = await read('readStatus')
    const search = groups[0]?.services.find(({ slug }) => slug === 'search')
    expect(search?.state).toBe('healthy')
  })

  test('one that names no deployment concerns every one of its services', async () => {
    const records = recordsWithIncident({ id: 'inc-9', deployments: [] })
    const { read } = client(tinyOrganization({ deps: { records } }))
    expect((await read('readStatus', { deployment: 'lab' })).groups[0]?.state).toBe('impacted')
  })

  test('a product is as its worst service is', async () => {
    const { read, list } = client()
    await list('cart', 'external', 'Shop')
    await list('search', 'external', 'Shop')
    const { groups } = await read('readStatus', { by: 'product' })
    expect(groups.map(({ name, state, services }) => [name, state, services.length])).toEqual([
      ['Shop', 'impacted', 2],
      ['Without a product', 'healthy', 1],
    ])
  })
})

describe('who looks', () => {
  test('sees the services listed for them, and nothing of the others anywhere in the answer', async () => {
    const { read, list } = client()
    await list('search', 'external')
    await list('mail', 'stakeholders')
    const names = async (audience: string) =>
      (await read('readStatus', { audience })).groups.flatMap(({ services }) =>
        services.map(({ slug }) => slug),
      )
    expect((await names('organization')).toSorted()).toEqual(['cart', 'mail', 'search'])
    expect((await names('stakeholders')).toSorted()).toEqual(['mail', 'search'])
    expect(await names('external')).toEqual(['search'])
    const external = await read('readStatus', { audience: 'external' })
    expect(JSON.stringify(external)).not.toMatch(/cart|Redis/i)
  })

  test('outside hears what was written for them, not what the tool calls it', async () => {
    const { read, list, tell } = client()
    await list('cart', 'external')
    await tell()
    await tell({ bracket: 'progress', seenCount: 1, audience: 'stakeholders', text: 'The cache is full' })
    const [external] = (await read('readStatus', { audience: 'external' })).incidents
    expect(external).toMatchObject({ title: null, severity: null, priority: 1 })
    expect(external?.updates.map(({ text }) => text)).toEqual([first.text])
    const [stakeholders] = (await read('readStatus', { audience: 'stakeholders' })).incidents
    expect(stakeholders?.updates.map(({ text }) => text)).toEqual(['The cache is full', first.text])
  })
})

describe('updates', () => {
  test('are due by priority, from the last one on', async () => {
    const { read, tell } = client()
    expect((await read('readStatus')).incidents[0]).toMatchObject({
      nextDueAt: '2026-11-18T03:05:00Z',
      isOverdue: true,
    })
    const { incidents } = await tell()
    expect(incidents[0]).toMatchObject({ nextDueAt: '2026-11-18T05:10:00Z', isOverdue: false })
  })

  test('go first, progress, last; the last says how long it was told', async () => {
    const { tell, read } = client()
    await tell()
    const { incidents } = await tell({ bracket: 'last', seenCount: 1, nextAt: null })
    expect(incidents[0]).toMatchObject({ toldMinutes: 0 })
    expect(incidents[0]?.updates[0]).toMatchObject({ by: 'A team-editor', nextAt: null })
    const audit = await apiClient(open()).read('listAudit')
    expect(audit.totalCount, 'another organization').toBe(0)
    expect((await read('readStatus')).incidents[0]?.updates).toHaveLength(2)
  })

  test.each([
    ['bracket', { bracket: 'progress' }],
    ['nextAt', { nextAt: null }],
    ['nextAt', { nextAt: '2026-11-18T09:00:00Z' }],
    ['nextAt', { nextAt: '2026-11-18T01:00:00Z' }],
    ['incident', { incident: 'inc-none' }],
    ['seenCount', { seenCount: 5 }],
    ['text', { text: ' ' }],
  ])('a wrong %s is named: %j', async (field, change) => {
    const { problem } = client()
    const answer = await problem(
      '/api/status-updates',
      sending('createStatusUpdate', { ...first, ...change }),
    )
    expect(answer).toMatchObject({ status: 400, field })
    expect(answer.hint ?? answer.apiHint).toMatch(/\S/)
  })

  test('who was too late is told what stands there', async () => {
    const { tell, problem } = client()
    await tell()
    const answer = await problem('/api/status-updates', sending('createStatusUpdate', first))
    expect(answer).toMatchObject({ status: 409, current: { body: { text: first.text } } })
  })

  test('are not for viewers to write, nor is what is shown to whom for other teams to say', async () => {
    const viewer = client(open(), person('viewer', 'buying'))
    expect(await viewer.problem('/api/status-updates', sending('createStatusUpdate', first))).toMatchObject({
      status: 403,
    })
    const other = client(open(), person('team-editor', 'finding'))
    const body = { audience: 'external', product: null, seenVersion: 0 }
    expect(
      await other.problem('/api/services/cart/listing', sending('changeServiceListing', body)),
    ).toMatchObject({ status: 403 })
  })
})

describe('the feed', () => {
  async function feedOf(deps: ReturnType<typeof open>, query = '') {
    const response = await apiClient(deps).api.request(`/api/status.atom${query}`)
    return { response, text: await response.text() }
  }

  test('is Atom: it says what it is, where it is, and escapes what people wrote', async () => {
    const deps = open()
    const { tell, list } = client(deps)
    await list('cart', 'external')
    await tell()
    const { response, text } = await feedOf(deps, '?audience=external&by=product')
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const feed = parseXml(text)
    expect(feed.name).toBe('feed')
    expect(feed.attributes['xmlns']).toBe('http://www.w3.org/2005/Atom')
    const links = childrenOf(feed, 'link').map(({ attributes }) => [attributes['rel'], attributes['href']])
    expect(links).toEqual([
      ['self', 'http://localhost/api/status.atom?audience=external&by=product'],
      ['alternate', 'http://localhost/status?audience=external&by=product'],
    ])
    const [entry] = childrenOf(feed, 'entry')
    if (entry === undefined) throw new Error('The feed has no entry')
    expect(textOf(entry, 'title')).toBe('Impacted: Cart in north (priority 1)')
    expect(textOf(entry, 'content')).toBe(`${first.text}\nNext update by 2026-11-18T05:00:00Z.`)
    expect(textOf(entry, 'updated')).toBe('2026-11-18T03:10:00Z')
    expect(textOf(feed, 'updated')).toBe('2026-11-18T03:10:00Z')
    for (const id of [textOf(feed, 'id'), textOf(entry, 'id')])
      expect(id).toMatch(/^tag:tiny\.sre-indicators,2026:/)
    expect(text, 'what the tool calls it is not told outside').not.toContain('Redis')
  })

  test('names what it told before the same the next time, and each view by itself', async () => {
    const deps = open()
    const { tell } = client(deps)
    await tell()
    const before = parseXml((await feedOf(deps)).text)
    await tell({ bracket: 'last', seenCount: 1, nextAt: null })
    const after = parseXml((await feedOf(deps)).text)
    expect(textOf(after, 'id')).toBe(textOf(before, 'id'))
    const ids = (feed: XmlNode) => childrenOf(feed, 'entry').map((entry) => textOf(entry, 'id'))
    expect(ids(after)).toEqual(expect.arrayContaining(ids(before)))
    expect(new Set(ids(after)).size).toBe(2)
    expect(textOf(parseXml((await feedOf(deps, '?audience=external')).text), 'id')).not.toBe(
      textOf(after, 'id'),
    )
  })

  test('tells of an incident that nobody has written about, and is empty where there is none', async () => {
    const entries = childrenOf(parseXml((await feedOf(open())).text), 'entry')
    expect(entries.map((entry) => textOf(entry, 'title'))).toEqual(['Impacted: Cart in north (priority 1)'])
    const none = parseXml((await feedOf(open(), '?audience=external')).text)
    expect(childrenOf(none, 'entry')).toEqual([])
    expect(textOf(none, 'updated')).toBe('2026-11-11T03:10:00Z')
  })

  test('refuses what it does not know', async () => {
    const { problem } = client()
    expect(await problem('/api/status.atom?audience=everybody')).toMatchObject({
      status: 400,
      field: 'audience',
    })
  })
})

type XmlNode = Readonly<{
  name: string
  attributes: Readonly<Record<string, string>>
  children: readonly (XmlNode | string)[]
}>

/** As strict as the feed is: every element is closed, every entity known, one root. */
function parseXml(text: string): XmlNode {
  const root = { name: '', attributes: {}, children: [] as (XmlNode | string)[] }
  const stack = [root]
  const tokens = text.matchAll(
    /<\?[^?]*\?>|<!--[^]*?-->|<(\/?)([a-z]+)((?: [a-z]+="[^"<]*")*)(\/?)>|([^<]+)/g,
  )
  let end = 0
  for (const [token, slash, name, attributes, isEmpty, words] of tokens) {
    const at = text.indexOf(token, end)
    if (at !== end) throw new Error(`Not XML: ${text.slice(end, at)}`)
    end = at + token.length
    const top = stack.at(-1)
    if (top === undefined) throw new Error('More was closed than opened')
    if (words !== undefined) top.children.push(unescaped(words))
    if (name === undefined) continue
    if (slash === '/') {
      if (stack.pop()?.name !== name) throw new Error(`</${name}> closes something else`)
      continue
    }
    const found = [...(attributes ?? '').matchAll(/ ([a-z]+)="([^"]*)"/g)]
    const node = {
      name,
      attributes: Object.fromEntries(found.map(([, key = '', value = '']) => [key, unescaped(value)])),
      children: [] as (XmlNode | string)[],
    }
    top.children.push(node)
    if (isEmpty !== '/') stack.push(node)
  }
  if (end !== text.length || stack.length !== 1) throw new Error('Something was not closed')
  const elements = root.children.filter((child) => typeof child !== 'string')
  const [only] = elements
  if (only === undefined || elements.length !== 1) throw new Error('There is more than one root')
  return only
}

const known: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  return text.replaceAll(/&([a-z]*;?)/g, (_, entity: string) => {
    const character = known[entity.replace(';', '')]
    if (character === undefined || !entity.endsWith(';')) throw new Error(`&${entity} is no entity`)
    return character
  })
}

function childrenOf({ children }: XmlNode, name: string): readonly XmlNode[] {
  return children.filter((child): child is XmlNode => typeof child !== 'string' && child.name === name)
}

function textOf(node: XmlNode, name: string): string {
  const [child] = childrenOf(node, name)
  if (child === undefined) throw new Error(`${node.name} has no ${name}`)
  return child.children.filter((part) => typeof part === 'string').join('')
}
