import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import type { ServedFile } from './rows-file.ts'
import { useDownloadRows } from './use-download-rows.ts'

export function DownloadRows(file: ServedFile) {
  return <DownloadButton {...useDownloadRows(file)} />
}

type DownloadButtonProps = ReturnType<typeof useDownloadRows>

export function DownloadButton({ progress, download }: DownloadButtonProps) {
  return (
    <Button
      onClick={download}
      disabled={progress.kind === 'reading'}
      title="Download all rows of this list as CSV"
    >
      <Icon name="download" />
      {progress.kind === 'idle' && 'CSV'}
      {progress.kind === 'reading' &&
        (progress.share === null ? 'Reading' : `Reading, ${Math.floor(progress.share * 100)} %`)}
      {progress.kind === 'failed' && 'Failed, try again'}
    </Button>
  )
}
