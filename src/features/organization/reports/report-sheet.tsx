// oxlint-disable react/no-array-index-key -- a report is written anew as a whole: none of its parts ever moves among others
import { Fragment, useState } from 'react'

import { Button } from '../../../ui/button.tsx'
import { downloadText } from '../../../ui/download-text.ts'
import { Icon } from '../../../ui/icon.tsx'
import { AddressLink } from '../../../url/address-link.tsx'
import type { ReportsView } from '../../../url/reports-view.ts'
import { isFigure, type Block, type Report, type Words } from './report.ts'
import styles from './report-sheet.module.css'
import { reportHtml, reportMarkdown } from './report-text.ts'

type ReportSheetProps = Readonly<{ report: Report; form: ReportsView['form']; fileName: string }>

/** The text as it will be read, and the ways to take it along. */
export function ReportSheet({ report, form, fileName }: ReportSheetProps) {
  const [result, setResult] = useState('')
  const markdown = reportMarkdown(report)

  function copy() {
    navigator.clipboard.writeText(markdown).then(
      () => setResult('Copied as Markdown'),
      () => setResult('The browser did not allow it: choose Markdown above, mark the text and copy it.'),
    )
  }

  return (
    <>
      <div className={styles['acts']}>
        <Button onClick={copy}>
          <Icon name="link" />
          Copy Markdown
        </Button>
        <Button onClick={() => downloadText(`${fileName}.html`, 'text/html', reportHtml(report))}>
          <Icon name="download" />
          HTML
        </Button>
        <Button onClick={() => downloadText(`${fileName}.md`, 'text/markdown', markdown)}>
          <Icon name="download" />
          Markdown
        </Button>
        <span role="status">{result}</span>
      </div>
      {form === 'markdown' ? (
        // A region that scrolls must be reachable by keyboard.
        <pre className={styles['markdown']} tabIndex={0} role="region" aria-label="Report as Markdown">
          {markdown}
        </pre>
      ) : (
        <article className={styles['sheet']} aria-label={report.title}>
          <h2>{report.title}</h2>
          {report.blocks.map((block, index) => (
            <BlockView key={index} block={block} heading={headingOf(report, index)} />
          ))}
        </article>
      )}
    </>
  )
}

/** What a block stands under. */
function headingOf({ title, blocks }: Report, index: number): string {
  return blocks.slice(0, index).findLast((block) => block.kind === 'heading')?.text ?? title
}

function BlockView({ block, heading }: Readonly<{ block: Block; heading: string }>) {
  switch (block.kind) {
    case 'heading':
      return <h3>{block.text}</h3>
    case 'paragraph':
      return (
        <p>
          <WordsView words={block.words} />
        </p>
      )
    case 'list':
      return (
        <ul>
          {block.items.map((words, index) => (
            <li key={index}>
              <WordsView words={words} />
            </li>
          ))}
        </ul>
      )
    case 'table':
      return (
        <div
          className={styles['scroller']}
          tabIndex={0}
          role="region"
          aria-label={`${heading}: ${block.header.join(', ')}`}
        >
          <table>
            <thead>
              <tr>
                {block.header.map((header, index) => (
                  <th
                    key={header}
                    scope="col"
                    className={isFigure(block, index) ? styles['figure'] : undefined}
                  >
                    {header}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((cells, row) => (
                <tr key={row}>
                  {cells.map((words, index) => (
                    <td key={index} className={isFigure(block, index) ? styles['figure'] : undefined}>
                      <WordsView words={words} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
  }
}

function WordsView({ words }: Readonly<{ words: Words }>) {
  return words.map((run, index) =>
    typeof run === 'string' ? (
      <Fragment key={index}>{run}</Fragment>
    ) : (
      <AddressLink key={index} href={run.href}>
        {run.text}
      </AddressLink>
    ),
  )
}
