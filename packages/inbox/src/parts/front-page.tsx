import type { ReactNode } from 'react'
import { changeLanguage } from '../data/change-language.ts'
import { LANGUAGE_NAMES, LANGUAGES, language } from '../text/language.ts'
import { buttonClass } from '../ui/button.tsx'
import { Logo } from './logo.tsx'
import { useTitle } from './use-title.ts'

/** A page for somebody who is not in yet: one thing to do, in the middle. */
export function FrontPage({ title, says, children }: { title: string; says?: string; children: ReactNode }) {
  useTitle(title)
  return (
    <div className="flex h-full flex-col overflow-y-auto bg-paper">
      <main className="m-auto w-full max-w-sm px-5 py-10">
        <Logo className="mb-6 size-10" />
        <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
        {says && <p className="mt-1.5 text-md text-soft">{says}</p>}
        <div className="mt-7">{children}</div>
      </main>
      <footer className="flex justify-center gap-1 p-5">
        {LANGUAGES.map(value => (
          <button
            key={value}
            type="button"
            lang={value}
            aria-pressed={value === language()}
            onClick={() => void changeLanguage(value)}
            className={buttonClass('quiet', 'sm', value === language() ? 'text-ink!' : '')}
          >
            {LANGUAGE_NAMES[value]}
          </button>
        ))}
      </footer>
    </div>
  )
}
