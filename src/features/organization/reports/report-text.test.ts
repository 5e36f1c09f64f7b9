import fc from 'fast-check'
import { expect, it } from 'vitest'

import type { Report } from './report.ts'
import { reportHtml, reportMarkdown } from './report-text.ts'

const report: Report = {
  title: 'P11 & <friends>',
  blocks: [
    { kind: 'heading', text: 'Numbers_of_P11' },
    {
      kind: 'paragraph',
      words: ['See ', { text: 'GET /user|x', href: 'https://sre.example/a?b=1&c=(2)' }, '.'],
    },
    { kind: 'list', items: [['one'], ['*two*']] },
    { kind: 'table', header: ['Service', 'Share'], figures: ['Share'], rows: [[['a|b'], ['99 %']]] },
  ],
}

it('is Markdown in which names cannot become emphasis, links, tags or cells', () => {
  expect(reportMarkdown(report)).toBe(
    [
      '# P11 &amp; &lt;friends&gt;',
      '## Numbers\\_of\\_P11',
      'See [GET /user\\|x](https://sre.example/a?b=1&c=%282%29).',
      '- one\n- \\*two\\*',
      '| Service | Share |\n| --- | ---: |\n| a\\|b | 99 % |',
    ].join('\n\n') + '\n',
  )
})

it('is HTML of the same words and addresses', () => {
  const html = reportHtml(report)
  expect(html).toContain('<title>P11 &amp; &lt;friends&gt;</title>')
  expect(html).toContain('<a href="https://sre.example/a?b=1&amp;c=(2)">GET /user|x</a>')
  expect(html).toContain('<li>*two*</li>')
  expect(html).toContain('<td align="left">a|b</td><td align="right">99 %</td>')
})

it('lets no name open a tag or leave an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', '/') }), (name) => {
      const html = reportHtml({
        title: name,
        blocks: [{ kind: 'paragraph', words: [name, { text: name, href: name }] }],
      })
      const tags = [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/href="[^"]*"/, 'href'))
      expect(tags).toEqual([
        '<!doctype html>',
        '<html lang="en">',
        '<head>',
        '<meta charset="utf-8">',
        '<title>',
        '</title>',
        '</head>',
        '<body>',
        '<h1>',
        '</h1>',
        '<p>',
        '<a href>',
        '</a>',
        '</p>',
        '</body>',
        '</html>',
      ])
    }),
  )
})
