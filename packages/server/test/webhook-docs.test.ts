import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { startReceiver } from './support/receiver.ts'
import { hook, startHooked } from './support/webhooks.ts'

const run = promisify(execFile)
const page = await readFile(new URL('../../../docs/webhooks.md', import.meta.url), 'utf8')
const folder = await mkdtemp(join(tmpdir(), 'guichet-snippets-'))
afterAll(() => rm(folder, { recursive: true }))

/** How what the page shows is called, in each language: it prints whether a body is genuine. */
interface Language {
  tag: string
  /** What tells whether the runtime is here. */
  probe: [string, ...string[]]
  file: string
  /** What comes after the code of the page, or a file beside it. */
  after?: string
  beside?: { name: string; text: string }
  command: (folder: string) => string[]
}

const LANGUAGES: Language[] = [
  {
    ...{ tag: 'js', probe: ['node', '--version'], file: 'check.mjs' },
    after: `
import { readFileSync } from 'node:fs'
const [, , body, signature, secret] = process.argv
console.log(isGenuine(readFileSync(body), signature, secret))`,
    command: folder => ['node', join(folder, 'check.mjs')],
  },
  {
    ...{ tag: 'python', probe: ['python3', '--version'], file: 'check.py' },
    after: `
import sys
print(str(is_genuine(open(sys.argv[1], 'rb').read(), sys.argv[2], sys.argv[3])).lower())`,
    command: folder => ['python3', join(folder, 'check.py')],
  },
  {
    ...{ tag: 'ruby', probe: ['ruby', '--version'], file: 'check.rb' },
    after: '\nputs genuine?(File.binread(ARGV[0]), ARGV[1], ARGV[2])',
    command: folder => ['ruby', join(folder, 'check.rb')],
  },
  {
    ...{ tag: 'php', probe: ['php', '--version'], file: 'check.php' },
    after: "\necho is_genuine(file_get_contents($argv[1]), $argv[2], $argv[3]) ? 'true' : 'false';",
    command: folder => ['php', join(folder, 'check.php')],
  },
  {
    ...{ tag: 'go', probe: ['go', 'version'], file: 'check.go' },
    beside: {
      name: 'main.go',
      text: `package main

import (
	"fmt"
	"os"
)

func main() {
	body, _ := os.ReadFile(os.Args[1])
	fmt.Println(isGenuine(body, os.Args[2], os.Args[3]))
}
`,
    },
    command: folder => ['go', 'run', join(folder, 'check.go'), join(folder, 'main.go'), '--'],
  },
  {
    ...{ tag: 'java', probe: ['javac', '-version'], file: 'Signature.java' },
    beside: {
      name: 'Main.java',
      text: `import java.nio.file.Files;
import java.nio.file.Path;

class Main {
    public static void main(String[] given) throws Exception {
        System.out.println(Signature.isGenuine(Files.readAllBytes(Path.of(given[0])), given[1], given[2]));
    }
}
`,
    },
    command: folder => ['java', '-cp', folder, 'Main'],
  },
]

const isHere = ([name, ...args]: Language['probe']): Promise<boolean> =>
  run(name, args).then(
    () => true,
    () => false,
  )

/** The one block of the page in a language. */
function shown(tag: string): string {
  const blocks = [...page.matchAll(new RegExp(`\`\`\`${tag}\\n([\\s\\S]*?)\`\`\``, 'g'))]
  expect(blocks, `the page shows how to check a signature in ${tag}`).toHaveLength(1)
  return blocks[0]?.[1] ?? ''
}

test('what the page shows in each language believes what the server signs, and nothing that was tampered with', {
  timeout: 300_000,
}, async () => {
  const hooked = await startHooked()
  const receiver = await startReceiver()
  const { secret } = await hook(hooked.api, receiver.url, ['contact.user.created'])
  await hooked.api.post('/contacts', { email: 'zoe@example.com', name: 'Zoé 🙂' })
  await hooked.deliver()
  const got = receiver.received[0]
  if (!got) throw new Error('nothing was received')
  const signature = String(got.headers['x-hub-signature'])
  const bodies = { genuine: got.raw, tampered: got.raw.replace('Zoé', 'Eve') }
  expect(bodies.tampered).not.toBe(bodies.genuine)
  const ran: string[] = []
  for (const language of LANGUAGES) {
    const code = shown(language.tag)
    if (!(await isHere(language.probe))) continue
    const home = join(folder, language.tag)
    await mkdir(home)
    await writeFile(join(home, language.file), code + (language.after ?? ''))
    if (language.beside) await writeFile(join(home, language.beside.name), language.beside.text)
    if (language.tag === 'java') await run('javac', ['Signature.java', 'Main.java'], { cwd: home })
    const says = async (body: string, given: string, key: string): Promise<string> => {
      await writeFile(join(home, 'body.json'), body)
      const [command = '', ...args] = language.command(home).filter(word => word !== '--')
      return (await run(command, [...args, join(home, 'body.json'), given, key])).stdout.trim()
    }
    expect(await says(bodies.genuine, signature, secret), language.tag).toBe('true')
    expect(await says(bodies.tampered, signature, secret), language.tag).toBe('false')
    expect(await says(bodies.genuine, 'sha1=short', secret), language.tag).toBe('false')
    expect(await says(bodies.genuine, signature, `${secret}x`), language.tag).toBe('false')
    ran.push(language.tag)
  }
  console.log(`signature checks of docs/webhooks.md that ran here: ${ran.join(', ')}`)
  expect(ran).toContain('js')
})
