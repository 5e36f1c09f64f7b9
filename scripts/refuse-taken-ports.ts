import { createServer } from 'node:net'

type Wanted = Readonly<{ name: string; port: number }>

const HOST = '127.0.0.1'

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
  return `Port ${port}, which the server "${name}" of the journeys needs, is taken. \`lsof -ti tcp:${port}\` says by which process; end it.`
}
