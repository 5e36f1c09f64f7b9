/** A file of text, made here and handed to the browser to keep. */
export function downloadText(fileName: string, type: string, text: string | readonly string[]): void {
  const parts = typeof text === 'string' ? [text] : [...text]
  downloadBlob(fileName, new Blob(parts, { type: `${type};charset=utf-8` }))
}

export function downloadBlob(fileName: string, blob: Blob): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
}
