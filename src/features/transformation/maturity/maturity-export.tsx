import type { Maturity, MaturityEvidence } from '../../../contract/maturity.ts'
import { Button, buttonClass } from '../../../ui/button.tsx'
import { downloadCsv } from '../../../ui/csv.ts'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { downloadText } from '../../../ui/download-text.ts'
import { Icon } from '../../../ui/icon.tsx'
import { MenuList } from '../../../ui/menu-list.tsx'
import { csvHeader, csvRows, markdownReport } from './maturity-report.ts'

type MaturityExportProps = Readonly<{
  maturity: Maturity
  evidence: readonly MaturityEvidence[]
  days: number
}>

/** The comparison with all that was written, to take along. */
export function MaturityExport({ maturity, evidence, days }: MaturityExportProps) {
  const name = `maturity-${maturity.now ?? 'none'}`
  return (
    <Disclosure
      align="end"
      className={buttonClass()}
      label={
        <>
          <Icon name="share" />
          Export
        </>
      }
    >
      {(close) => (
        <MenuList name="Export">
          <li>
            <Button
              look="quiet"
              onClick={() => {
                downloadCsv(`${name}.csv`, csvHeader, csvRows(maturity))
                close()
              }}
            >
              Aspects as CSV
            </Button>
          </li>
          <li>
            <Button
              look="quiet"
              onClick={() => {
                downloadText(`${name}.md`, 'text/markdown', markdownReport(maturity, evidence, days))
                close()
              }}
            >
              Report as Markdown
            </Button>
          </li>
        </MenuList>
      )}
    </Disclosure>
  )
}
