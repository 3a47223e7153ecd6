import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { LaunchOptions } from 'playwright-core'

/**
 * How to start a Chromium: the one that GUICHET_CHROMIUM names, else the one of an npm package, which runs on any Linux of
 * today, else the Chrome of the machine.
 */
export async function chromium(): Promise<LaunchOptions> {
  const own = process.env['GUICHET_CHROMIUM']
  if (own) return { executablePath: own }
  if (process.platform !== 'linux' || process.arch !== 'x64') return { channel: 'chrome' }
  const folder = await unpacked()
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      ...process.env,
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
    },
  }
}

/** Where the package's browser lies ready, with its libraries and a font. Unpacking takes seconds, so it is done once. */
async function unpacked(): Promise<string> {
  const caches = join(dirname(dirname(packageFolder)), '.cache')
  const folder = join(caches, 'guichet-chromium')
  if (existsSync(folder)) return folder
  await mkdir(caches, { recursive: true })
  const fresh = await mkdtemp(`${folder}-`)
  await unpackInto(fresh)
  await writeFile(join(fresh, 'fonts.conf'), fonts(folder))
  // Two workers may have unpacked at the same time: the second one to be done finds the folder there.
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true, force: true }))
  return folder
}

const packageFolder = dirname(dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))))

/** The package unpacks to the temporary folder, and its libraries only where it takes the machine for its own kind. */
async function unpackInto(folder: string): Promise<void> {
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' }
  const script = "(await import('@sparticuz/chromium')).default.executablePath()"
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    cwd: import.meta.dirname,
    env,
  })
}

/** The fonts of the machine, where it has any, and the one of the package. */
const fonts = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`
