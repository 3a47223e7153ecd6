import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ImapFlow } from 'imapflow'
import { afterAll, vi } from 'vitest'
import { freePort } from './free-port.ts'

const run = promisify(execFile)
const FOLDER = 'INBOX'
/** Where a package puts programs that are nobody's to call by hand. */
const env = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin` }

/** As whom it runs: never as root, who gets no mail. */
interface Account {
  name: string
  uid: number
  gid: number
}

/** A Dovecot of a test file's own that can be killed and started again where it was. Whoever enters has a folder of their own. */
export class DovecotProcess {
  readonly host = '127.0.0.1'
  readonly password = 'right'
  readonly port: number
  readonly #dir: string
  readonly #account: Account
  #child: ChildProcess | undefined

  private constructor(port: number, dir: string, account: Account) {
    this.port = port
    this.#dir = dir
    this.#account = account
  }

  static async start(): Promise<DovecotProcess> {
    const dir = await mkdtemp(join(tmpdir(), 'guichet-dovecot-'))
    const dovecot = new DovecotProcess(await freePort(), dir, await accountToRunAs())
    afterAll(async () => {
      await dovecot.kill()
      await rm(dir, { recursive: true, force: true })
    })
    await dovecot.#furnish()
    await dovecot.start()
    return dovecot
  }

  async start(): Promise<void> {
    const { uid, gid } = this.#account
    const child = spawn('dovecot', ['-F', '-c', join(this.#dir, 'dovecot.conf')], {
      ...{ stdio: 'ignore', detached: true, env },
      ...(process.getuid?.() === 0 && { uid, gid }),
    })
    this.#child = child
    await Promise.race([once(child, 'spawn'), once(child, 'error').then(([error]) => Promise.reject(error))])
    await vi
      .waitFor(() => this.folderOf('nobody').status(), { timeout: 20_000, interval: 100 })
      .catch(async error => {
        const log = await readFile(join(this.#dir, 'log'), 'utf8').catch(() => 'nothing')
        throw new Error(`Dovecot does not answer (${error}), and says: ${log}`)
      })
  }

  /** Ends it with all its processes, in the middle of whatever they do. */
  async kill(): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (child?.pid === undefined) return
    const gone = once(child, 'exit')
    process.kill(-child.pid, 'SIGKILL')
    await gone
    await rm(join(this.#dir, 'run'), { recursive: true, force: true })
    await this.#own('run')
  }

  folderOf(user: string): DovecotFolder {
    const { host, port, password } = this
    return new DovecotFolder({ host, port, user, password }, join(this.#dir, 'home', user, 'Maildir'))
  }

  async #furnish(): Promise<void> {
    const { name, uid, gid } = this.#account
    await chmod(this.#dir, 0o755)
    await this.#own('run')
    await this.#own('home')
    await this.#own('state')
    await writeFile(join(this.#dir, 'log'), '')
    await chown(join(this.#dir, 'log'), uid, gid)
    const { stdout: group } = await run('id', ['-gn', name])
    await writeFile(
      join(this.#dir, 'dovecot.conf'),
      `
base_dir = ${this.#dir}/run
state_dir = ${this.#dir}/state
log_path = ${this.#dir}/log
protocols = imap
listen = ${this.host}
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
default_internal_user = ${name}
default_internal_group = ${group.trim()}
default_login_user = ${name}
first_valid_uid = 1
mail_location = maildir:~/Maildir
passdb {
  driver = static
  args = password=${this.password}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${this.#dir}/home/%u allow_all_users=yes
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${this.port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
`,
    )
  }

  async #own(name: string): Promise<void> {
    await mkdir(join(this.#dir, name), { recursive: true })
    await chown(join(this.#dir, name), this.#account.uid, this.#account.gid)
  }
}

/** The inbox of somebody at a Dovecot. */
export class DovecotFolder {
  readonly access: { host: string; port: number; user: string; password: string }
  readonly #maildir: string

  constructor(access: DovecotFolder['access'], maildir: string) {
    this.access = access
    this.#maildir = maildir
  }

  /** Has every mail get another number, as a repair does: what the server knew of the folder is gone. It must not run. */
  async forgetNumbers(): Promise<void> {
    const known = ['dovecot-uidlist', 'dovecot.index', 'dovecot.index.log', 'dovecot.index.cache']
    for (const name of [...known, 'dovecot.list.index', 'dovecot.list.index.log', 'dovecot-uidvalidity'])
      await rm(join(this.#maildir, name), { force: true })
  }

  /** Puts a mail there, with flags that another program would have set. */
  deliver(raw: string | Buffer, { flags = [], at }: { flags?: string[]; at?: Date } = {}): Promise<void> {
    return this.#with(async client => {
      if (!(await client.append(FOLDER, Buffer.from(raw), flags, at))) throw new Error('a mail was not taken')
    })
  }

  /** What it is numbered by, and how many of its mails nobody has seen. */
  status(): Promise<{ uidValidity: string; unseen: number }> {
    return this.#with(async client => {
      const status = await client.status(FOLDER, { uidValidity: true, unseen: true })
      if (status === false) throw new Error('the folder is not there')
      return { uidValidity: String(status.uidValidity), unseen: status.unseen ?? 0 }
    })
  }

  async #with<T>(work: (client: ImapFlow) => Promise<T>): Promise<T> {
    const { host, port, user, password: pass } = this.access
    const client = new ImapFlow({ host, port, secure: false, auth: { user, pass }, logger: false })
    client.on('error', () => {})
    await client.connect()
    try {
      return await work(client)
    } finally {
      client.close()
    }
  }
}

/** Ourselves; where we are root, the account that the package made for what is nobody's. */
async function accountToRunAs(): Promise<Account> {
  const name = process.getuid?.() === 0 ? 'dovenull' : (await run('id', ['-un'])).stdout.trim()
  const numbers = ['-u', '-g'].map(async flag => Number((await run('id', [flag, name])).stdout))
  const [uid = 0, gid = 0] = await Promise.all(numbers)
  return { name, uid, gid }
}
