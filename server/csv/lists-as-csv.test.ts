import { describe, expect, test } from 'vitest'

import { csvOperationIds, type CsvOperationId } from '../../src/contract/operations.ts'
import { tableColumns, type TableId } from '../../src/contract/table-columns.ts'
import { harbourline } from '../testing/harbourline.ts'
import { fileOf, written, type Query } from './testing/written-list.ts'

/** Fields that hold a comma or a quote are quoted; those that are do not matter here, but must not part a row. */
function rowsOf(text: string): readonly (readonly string[])[] {
  return text
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted ?? plain ?? '',
      ),
    )
}

const queries: Readonly<Partial<Record<CsvOperationId, Query>>> = {
  listBudgets: { sort: '-remaining', defaults: 'hide' },
  listAdherence: { sort: '-broken,service', team: 'payments' },
  listDepletion: { window: 'current-year', sort: 'remaining', team: 'fleet' },
  listEndpointRanking: { by: 'latency', window: 'last-3-periods' },
  listSloBreaches: { window: 'last-3-periods', review: 'reviewed', team: 'payments' },
  listKeptOverview: { sort: '-broken' },
  listDelivery: { group: 'service', sort: '-frequency', team: 'payments,fleet' },
  listReleases: { from: '2026-11-02T00:00:00Z', team: 'payments' },
  listBuilds: { from: '2026-11-02T00:00:00Z' },
}

describe('every list that is a file', () => {
  test.each(csvOperationIds)('%s holds all rows in the order of the list', async (id) => {
    const query = queries[id] ?? {}
    const { response, text } = await fileOf(harbourline, id, query)
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(text).toBe(await written(harbourline, id, query))
    expect(text.trimEnd().split('\r\n').length).toBeGreaterThan(1)
  })
})

describe('a file', () => {
  test('of a frozen link is that of its hour', async () => {
    const at = '2026-10-20T00:00:00Z'
    const frozen = { from: '2026-10-05T00:00:00Z', to: '2026-11-02T00:00:00Z', at }
    const { text } = await fileOf(harbourline, 'listDepletion', frozen)
    expect(text).toBe(await written(harbourline, 'listDepletion', frozen))
    expect(text).toContain(',2026-P11,yes,')
    const { at: _at, ...live } = frozen
    expect((await fileOf(harbourline, 'listDepletion', live)).text).toContain(',2026-P11,no,')
  })

  test('has a column for every period of its table', async () => {
    const { text } = await fileOf(harbourline, 'listAdherence', { window: 'last-3-periods' })
    expect(text.slice(1).split('\r\n')[0]).toBe(
      'service,team,sli,endpoint,target,threshold ms,kind,deployment,2026-P10,2026-P10 budget left,2026-P11,' +
        '2026-P11 budget left,2026-P12,2026-P12 budget left,periods fulfilled,periods broken,fulfilment rate',
    )
  })

  test.each(Object.keys(tableColumns) as TableId[])(
    '%s has the columns that are asked for, in their order',
    async (id) => {
      const query = queries[id] ?? {}
      const whole = rowsOf((await fileOf(harbourline, id, query)).text)
      const names = [...tableColumns[id]].toReversed()
      const { text } = await fileOf(harbourline, id, { ...query, columns: names.join(',') })
      const [header = [], ...rows] = rowsOf(text)
      expect(rows.length).toBe(whole.length - 1)
      for (const [place, name] of header.entries()) {
        const ofWhole = whole[0]?.indexOf(name) ?? -1
        if (ofWhole === -1) continue
        expect(
          rows.map((row) => row[place]),
          name,
        ).toEqual(whole.slice(1).map((row) => row[ofWhole]))
      }
      const alone = await Promise.all(
        names.map(
          async (columns) => rowsOf((await fileOf(harbourline, id, { ...query, columns })).text)[0] ?? [],
        ),
      )
      // What only leads somewhere has nothing to say in a file.
      expect(header).toEqual(alone.flat().filter((name) => name !== ''))
    },
  )

  test('has what a page draws of a row as text, and periods by their ids', async () => {
    const budgets = await fileOf(harbourline, 'listBudgets', {
      columns: 'service,so-far,earlier',
      service: 'ledger',
    })
    expect(budgets.text.slice(1).split('\r\n')[0]).toBe('service,budget left by day,periods before')
    const kept = { window: 'last-3-periods', service: 'ledger', columns: '2026-P11,streak,service' }
    const [header, first] = rowsOf((await fileOf(harbourline, 'listAdherence', kept)).text)
    expect(header).toEqual(['2026-P11', '2026-P11 budget left', 'in a row', 'service'])
    expect(first?.[2]).toMatch(/^\d+ (?:fulfilled|broken)$/)
  })

  test('is refused where its table has no such column', async () => {
    const address = '/api/indicators/slo-adherence.csv?window=last-3-periods&columns'
    const wrong = await harbourline.problem(`${address}=service,brokn`)
    expect(wrong).toMatchObject({
      status: 400,
      field: 'columns',
      value: 'service,brokn',
      allowed: [...tableColumns.listAdherence],
      hint: 'Did you mean broken?',
    })
    expect(await harbourline.problem(`${address}=service,service`)).toMatchObject({ field: 'columns' })
    expect(await harbourline.problem(`${address}=service,2026-P01`)).toMatchObject({
      status: 400,
      field: 'columns',
      allowed: [...tableColumns.listAdherence, '2026-P10', '2026-P11', '2026-P12'],
    })
    expect(await harbourline.problem('/api/catalog/services.csv?columns=name')).toMatchObject({
      type: '/problems/unknown-parameter',
    })
  })

  test('is refused as its list is, and has no pages', async () => {
    const wrong = await harbourline.problem('/api/indicators/slo-adherence.csv?window=last-yaer')
    expect(wrong).toMatchObject({ status: 400, field: 'window', value: 'last-yaer' })
    const paged = await harbourline.problem('/api/indicators/slo-adherence.csv?limit=10')
    expect(paged).toMatchObject({ type: '/problems/unknown-parameter', field: 'limit' })
    const sent = await harbourline.problem('/api/indicators/slo-adherence.csv', { method: 'POST' })
    expect(sent.status).toBe(405)
  })
})
