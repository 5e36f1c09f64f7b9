import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { freePort } from './free-port.ts'

export const ALERTMANAGER = 'prometheus-alertmanager'

export type AlertmanagerProcess = Readonly<{
  /** As Prometheus does it. */
  post(alerts: readonly object[]): Promise<void>
  stop(): Promise<void>
}>

/** The real one, which tells the webhook of each change at once and repeats itself five times a second. */
export async function startAlertmanager(webhookUrl: string): Promise<AlertmanagerProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'sre-alertmanager-'))
  const file = join(folder, 'alertmanager.yml')
  writeFileSync(
    file,
    `route: { receiver: sre, group_by: [alertname], group_wait: 0s, group_interval: 200ms, repeat_interval: 200ms }
receivers:
  - name: sre
    webhook_configs: [{ url: '${webhookUrl}', send_resolved: true }]
`,
  )
  const port = await freePort()
  const child = spawn(
    ALERTMANAGER,
    [
      `--config.file=${file}`,
      `--storage.path=${join(folder, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--cluster.listen-address=',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let said = ''
  child.stderr.on('data', (chunk) => (said += String(chunk)))
  const url = `http://127.0.0.1:${port}`
  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error(`Alertmanager did not start: ${said}`)
  }
  return {
    async post(alerts) {
      const response = await fetch(`${url}/api/v2/alerts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(alerts),
      })
      if (!response.ok) throw new Error(`Alertmanager answered ${response.status}: ${await response.text()}`)
    },
    async stop() {
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function isReady(url: string): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, 50))
  return fetch(`${url}/-/ready`).then(
    ({ ok }) => ok,
    () => false,
  )
}
