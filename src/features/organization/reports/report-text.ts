import { escapeMarkdown, markdownLink, markdownTable } from '../../../ui/markdown.ts'
import { isFigure, type Block, type Report, type ReportTable, type Words } from './report.ts'

/** GitHub's Markdown; whatever names say, they are read as they are. */
export function reportMarkdown({ title, blocks }: Report): string {
  return `${[`# ${escapeMarkdown(title)}`, ...blocks.map(blockMarkdown)].join('\n\n')}\n`
}

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `## ${escapeMarkdown(block.text)}`
    case 'paragraph':
      return wordsMarkdown(block.words)
    case 'list':
      return block.items.map((words) => `- ${wordsMarkdown(words)}`).join('\n')
    case 'table':
      return markdownTable(
        block.header.map((header, at) => ({ header, align: isFigure(block, at) ? 'end' : 'start' })),
        block.rows.map((cells) => cells.map(wordsMarkdown)),
      ).trimEnd()
  }
}

function wordsMarkdown(words: Words): string {
  return words
    .map((run) =>
      typeof run === 'string' ? escapeMarkdown(run) : markdownLink(escapeMarkdown(run.text), run.href),
    )
    .join('')
}

/** A page of its own, that a mail program takes as it is: no script, nothing from elsewhere. */
export function reportHtml({ title, blocks }: Report): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    `<head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>`,
    '<body>',
    `<h1>${escapeHtml(title)}</h1>`,
    ...blocks.map(blockHtml),
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escapeHtml(block.text)}</h2>`
    case 'paragraph':
      return `<p>${wordsHtml(block.words)}</p>`
    case 'list':
      return `<ul>\n${block.items.map((words) => `<li>${wordsHtml(words)}</li>`).join('\n')}\n</ul>`
    case 'table':
      return `<table>\n${[
        `<tr>${block.header.map((text, at) => `<th scope="col" align="${sideOf(block, at)}">${escapeHtml(text)}</th>`).join('')}</tr>`,
        ...block.rows.map(
          (cells) =>
            `<tr>${cells.map((words, at) => `<td align="${sideOf(block, at)}">${wordsHtml(words)}</td>`).join('')}</tr>`,
        ),
      ].join('\n')}\n</table>`
  }
}

const sideOf = (table: ReportTable, column: number) => (isFigure(table, column) ? 'right' : 'left')

function wordsHtml(words: Words): string {
  return words
    .map((run) =>
      typeof run === 'string'
        ? escapeHtml(run)
        : `<a href="${escapeHtml(run.href)}">${escapeHtml(run.text)}</a>`,
    )
    .join('')
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
