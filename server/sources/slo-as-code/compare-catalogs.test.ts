import { expect, test } from 'vitest'

import { changeReport } from './catalog-report.ts'
import { compareCatalogs } from './compare-catalogs.ts'
import { readCatalog } from './read-catalog.ts'
import { openSloText, ownText } from './testing/texts.ts'

const catalogOf = (...texts: readonly string[]) =>
  readCatalog([{ name: 'a.yaml', text: texts.join('---\n') }]).catalog

const source = (password: string) =>
  `apiVersion: openslo/v1\nkind: DataSource\nmetadata: {name: metrics}\nspec: {type: Prometheus, connectionDetails: {password: ${password}}}\n`

test('what is new, changed and gone is told, with the old target and the new one', () => {
  const before = catalogOf(openSloText({}), openSloText({ name: 'errors' }))
  const after = catalogOf(openSloText({ objective: 'target: 0.995' }), openSloText({ name: 'latency' }))
  expect([...compareCatalogs(before, after)]).toEqual([
    [
      'SLOs',
      [
        {
          kind: 'changed',
          id: 'shop.availability.availability',
          fields: [{ field: 'target', before: '99 %', after: '99.5 %' }],
        },
        { kind: 'gone', id: 'shop.availability.errors' },
        { kind: 'new', id: 'shop.latency.latency', summary: '99 %' },
      ],
    ],
  ])
})

test('the report reads from top to bottom', () => {
  const before = catalogOf(openSloText({}), openSloText({ name: 'errors' }))
  const after = catalogOf(
    openSloText({ objective: 'target: 0.995', annotations: 'sre-indicators/priority: "2"' }),
    openSloText({ name: 'latency' }),
    ownText('Team', 'services: [shop]'),
  )
  expect(changeReport(compareCatalogs(before, after))).toBe(
    [
      'Teams: 1 new, 1 gone',
      '  + this-one  this-one',
      '  - unassigned',
      '',
      'Services: 1 changed',
      '  ~ shop',
      '      team: unassigned → this-one',
      '',
      'SLOs: 1 new, 1 changed, 1 gone',
      '  ~ shop.availability.availability',
      '      target: 99 % → 99.5 %',
      '      priority: none → 2',
      '  - shop.availability.errors',
      '  + shop.latency.latency  99 %',
    ].join('\n'),
  )
})

test('the order of files and documents changes nothing', () => {
  const texts = [openSloText({}), openSloText({ name: 'latency' }), ownText('Team', 'services: [shop]')]
  expect(compareCatalogs(catalogOf(...texts), catalogOf(...texts.toReversed())).size).toBe(0)
})

test('that connection details changed is shown, what they are is not', () => {
  const report = changeReport(compareCatalogs(catalogOf(source('hunter1')), catalogOf(source('hunter2'))))
  expect(report).toContain('connection details')
  expect(report).not.toContain('hunter')
})
