import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { createServer } from 'node:net'

type Wanted = Readonly<{ name: string; port: number }>

const HOST = '127.0.0.1'
const LISTENING = '0A'

/** What was left over from another run would be tried instead of what is to be: nobody else would notice. */
export async function refuseTakenPorts(wanted: readonly Wanted[]): Promise<void> {
  const found = await Promise.all(wanted.map(async (one) => ((await isTaken(one.port)) ? [taken(one)] : [])))
  const mistakes = found.flat()
  if (mistakes.length > 0)
    throw new Error(
      [...mistakes, 'Or let the journeys have five other ports, from E2E_PORT=5190 on for example.'].join(
        '\n',
      ),
    )
}

function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => {
      if ('code' in error && error.code === 'EADDRINUSE') resolve(true)
      else reject(error)
    })
    probe.listen(port, HOST, () => probe.close(() => resolve(false)))
  })
}

function taken({ name, port }: Wanted): string {
  const holder = holderOf(port)
  if (holder === null)
    return `Port ${port}, which the server "${name}" of the journeys needs, is taken. \`lsof -ti tcp:${port}\` says by which process; end it.`
  return `Port ${port}, which the server "${name}" of the journeys needs, is taken by process ${holder.pid} (${holder.command}). End it: kill ${holder.pid}`
}

type Holder = Readonly<{ pid: string; command: string }>

/** Null where the system does not tell, or the process is another account's. */
function holderOf(port: number): Holder | null {
  try {
    const sockets = new Set(
      ['tcp', 'tcp6'].flatMap((kind) => listening(readFileSync(`/proc/net/${kind}`, 'utf8'), port)),
    )
    const pid = readdirSync('/proc').find((name) => /^\d+$/.test(name) && holdsAny(name, sockets))
    if (pid === undefined) return null
    return { pid, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() }
  } catch {
    return null
  }
}

/** Lines of a table whose second column is address and port in hex, the fourth the state and the tenth the socket. */
function listening(table: string, port: number): readonly string[] {
  const end = `:${port.toString(16).toUpperCase().padStart(4, '0')}`
  return table.split('\n').flatMap((line) => {
    const [, local, , state, , , , , , inode] = line.trim().split(/\s+/)
    return local?.endsWith(end) && state === LISTENING ? [`socket:[${inode}]`] : []
  })
}

function holdsAny(pid: string, sockets: ReadonlySet<string>): boolean {
  const folder = `/proc/${pid}/fd`
  try {
    return readdirSync(folder).some((fd) => sockets.has(linkOf(`${folder}/${fd}`)))
  } catch {
    // Another account's, or just gone.
    return false
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}
