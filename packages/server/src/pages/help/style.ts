import { hash } from 'node:crypto'

/** The style of a help center's pages in its colour, and the hash that lets browsers take it. Kept by colour. */
export function styleOf(accent: string): { css: string; hash: string } {
  const known = made.get(accent)
  if (known) return known
  const css = `:root{--accent:${accent};--on-accent:${inkOn(accent)}}${rules}`
  const style = { css, hash: hash('sha256', css, 'base64') }
  made.set(accent, style)
  return style
}

const made = new Map<string, { css: string; hash: string }>()

/** Black or white, whichever reads better on a colour such as `#0b6b57` (WCAG's relative luminance). */
export function inkOn(colour: string): '#ffffff' | '#14181b' {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16)),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.32 ? '#14181b' : '#ffffff'
}

const linear = (byte: number): number => {
  const share = byte / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

const rules = `
:root {
  color-scheme: light dark;
  --ink: light-dark(#1c2227, #e9ecee);
  --soft: light-dark(#565f67, #a7b2ba);
  --line: light-dark(#e2e5e8, #2c3439);
  --paper: light-dark(#ffffff, #12161a);
  --sunk: light-dark(#f6f7f8, #181d21);
  --link: light-dark(color-mix(in oklab, var(--accent) 78%, black), color-mix(in oklab, var(--accent) 42%, white));
  --tint: light-dark(color-mix(in oklab, var(--accent) 10%, white), color-mix(in oklab, var(--accent) 26%, #12161a));
  --mark: light-dark(#fff1b8, #5c4a12);
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--paper); color: var(--ink); font: 1rem/1.65 system-ui, sans-serif; }
a { color: var(--link); text-underline-offset: 0.18em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 6px; }
.skip { position: absolute; inset-inline-start: 1rem; inset-block-start: -4rem; padding: 0.5rem 1rem; background: var(--paper); color: var(--ink); border-radius: 0 0 8px 8px; z-index: 2; }
.skip:focus { inset-block-start: 0; }
.wrap { width: 100%; max-width: 64rem; margin: 0 auto; padding: 0 1.25rem; }
.narrow { max-width: 46rem; margin-inline: auto; }
.top { background: var(--accent); color: var(--on-accent); }
.top a, .top label { color: inherit; }
.top a:focus-visible, .top :is(input, select, button):focus-visible { outline-color: var(--on-accent); }
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1.6rem; min-height: 4rem; padding-block: 0.6rem; }
.bar .name { font-weight: 650; font-size: 1.1rem; text-decoration: none; margin-inline-end: auto; overflow-wrap: anywhere; }
.languages { display: flex; flex-wrap: wrap; gap: 0.25rem 0.9rem; margin: 0; padding: 0; list-style: none; font-size: 0.95rem; }
.languages [aria-current] { font-weight: 650; text-decoration: none; }
.hero { padding: 0.25rem 0 1.5rem; }
.hero:has(h1) { padding: 2.5rem 0 3.25rem; }
.hero h1 { margin: 0 0 1.25rem; font-size: clamp(1.7rem, 5vw, 2.5rem); line-height: 1.15; letter-spacing: -0.025em; text-wrap: balance; }
.seek { position: relative; }
.seek input { width: 100%; padding: 0.85rem 1.1rem; padding-inline-end: 7rem; font: inherit; font-size: 1.05rem; color: #1c2227; background: #fff; border: 1px solid rgb(0 0 0 / 0.35); border-radius: 12px; box-shadow: 0 6px 22px rgb(0 0 0 / 0.12); }
.seek input::placeholder { color: #5d666e; opacity: 1; }
.seek button { position: absolute; inset-block: 0.45rem; inset-inline-end: 0.45rem; padding: 0 1.1rem; font: inherit; font-weight: 600; color: #fff; background: #1c2227; border: 0; border-radius: 8px; cursor: pointer; }
.seek button:hover { background: #343d44; }
.seek svg { display: none; width: 1.2rem; height: 1.2rem; }
.suggestions { position: absolute; inset-inline: 0; inset-block-start: calc(100% + 0.4rem); z-index: 1; margin: 0; padding: 0.35rem; list-style: none; background: var(--paper); color: var(--ink); border: 1px solid var(--line); border-radius: 12px; box-shadow: 0 14px 40px rgb(0 0 0 / 0.2); text-align: start; }
.suggestions[hidden] { display: none; }
.suggestions a { display: block; padding: 0.5rem 0.75rem; border-radius: 8px; color: var(--ink); text-decoration: none; }
.suggestions :is(a:hover, [aria-selected=true]) { background: var(--tint); }
.suggestions small { display: block; color: var(--soft); font-size: 0.9rem; }
mark { background: var(--mark); color: var(--ink); border-radius: 3px; padding: 0 0.1em; }
main { flex: 1; padding-block: 2.25rem 3.5rem; }
.crumbs { display: flex; flex-wrap: wrap; gap: 0.35rem; margin: 0 0 1.5rem; padding: 0; list-style: none; font-size: 0.95rem; color: var(--soft); }
.crumbs li + li::before { content: '›'; margin-inline-end: 0.35rem; }
h1 { font-size: clamp(1.6rem, 4vw, 2.1rem); line-height: 1.2; letter-spacing: -0.02em; margin: 0 0 0.5rem; overflow-wrap: anywhere; text-wrap: balance; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 2.25rem 0 0.75rem; }
.lead { color: var(--soft); font-size: 1.1rem; margin: 0 0 1.5rem; overflow-wrap: anywhere; }
.meta { color: var(--soft); font-size: 0.95rem; margin: 0 0 2rem; }
.shelves { display: grid; gap: 1rem; margin: 0; padding: 0; list-style: none; grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); }
.shelves a { display: flex; flex-direction: column; gap: 0.35rem; height: 100%; padding: 1.25rem; border: 1px solid var(--line); border-radius: 14px; color: inherit; text-decoration: none; transition: border-color 0.15s, box-shadow 0.15s, transform 0.15s; }
.shelves a:hover { border-color: var(--link); box-shadow: 0 8px 24px rgb(0 0 0 / 0.08); }
.icon { display: grid; place-items: center; width: 2.5rem; height: 2.5rem; margin-block-end: 0.4rem; border-radius: 10px; background: var(--tint); color: var(--link); }
.icon svg { width: 1.3rem; height: 1.3rem; }
.shelves strong { font-size: 1.08rem; overflow-wrap: anywhere; }
.shelves p { margin: 0; color: var(--soft); overflow-wrap: anywhere; }
.shelves small { margin-block-start: auto; padding-block-start: 0.5rem; color: var(--soft); font-size: 0.9rem; }
.leaves { margin: 0; padding: 0; list-style: none; border: 1px solid var(--line); border-radius: 14px; overflow: hidden; }
.leaves li + li { border-block-start: 1px solid var(--line); }
.leaves a { display: block; padding: 0.9rem 1.15rem; color: inherit; text-decoration: none; }
.leaves a:hover { background: var(--sunk); }
.leaves strong { color: var(--link); font-weight: 600; overflow-wrap: anywhere; }
.leaves span { display: block; color: var(--soft); overflow-wrap: anywhere; }
.article { overflow-wrap: anywhere; }
.article p { margin: 0 0 1rem; }
.article .no-margin { margin-block-end: 0.6rem; }
.article img, .article video { max-width: 100%; height: auto; border-radius: 10px; }
.article iframe { width: 100%; aspect-ratio: 16 / 9; height: auto; border: 0; border-radius: 10px; }
.article pre { padding: 0.9rem 1.1rem; background: var(--sunk); border: 1px solid var(--line); border-radius: 10px; overflow-x: auto; font-size: 0.92rem; }
.article code { font-family: ui-monospace, monospace; font-size: 0.93em; }
.article table { border-collapse: collapse; display: block; overflow-x: auto; margin: 0 0 1rem; }
.article :is(td, th) { border: 1px solid var(--line); padding: 0.45rem 0.7rem; min-width: 6rem; text-align: start; vertical-align: top; overflow-wrap: break-word; }
.article :is(td, th) > :last-child { margin-block-end: 0; }
.article th { background: var(--sunk); font-weight: 600; }
.article .callout { margin: 1rem 0; padding: .8rem 1rem; border-inline-start: 3px solid var(--link); border-radius: 6px; background: color-mix(in srgb, var(--link) 9%, transparent); }
.article blockquote { margin: 1rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--link); color: var(--soft); }
.note { padding: 0.75rem 1rem; margin: 0 0 1.5rem; background: var(--tint); border-radius: 10px; }
.opinion { display: flex; flex-wrap: wrap; align-items: center; justify-content: center; gap: 0.5rem 1rem; margin: 2.5rem 0 0; padding: 1.25rem; background: var(--sunk); border-radius: 14px; text-align: center; }
.opinion p { flex-basis: 100%; margin: 0; }
.opinion button { font-size: 1.6rem; line-height: 1; padding: 0.45rem; background: none; border: 1px solid transparent; border-radius: 50%; cursor: pointer; transition: transform 0.12s; }
.opinion button:hover { transform: scale(1.15); }
.opinion button[aria-pressed=true] { border-color: var(--link); background: var(--tint); }
.pager { display: flex; justify-content: space-between; gap: 1rem; margin-block-start: 1.5rem; }
.foot { border-block-start: 1px solid var(--line); color: var(--soft); font-size: 0.95rem; }
.foot .wrap { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; padding-block: 1.5rem; }
.foot .made { margin-inline-start: auto; }
.form { display: grid; gap: 1rem; max-width: 34rem; }
.form label { display: grid; gap: 0.3rem; font-weight: 600; }
.form :is(input, textarea, select) { width: 100%; padding: 0.65rem 0.8rem; font: inherit; color: var(--ink); background: var(--paper); border: 1px solid light-dark(#868f96, #6d7981); border-radius: 10px; }
.form textarea { min-height: 9rem; resize: vertical; }
.form .error { color: light-dark(#a3231b, #ff9b92); font-weight: 400; font-size: 0.95rem; margin: 0; }
.form .trap { position: absolute; inset-inline-start: -100vw; }
[hidden] { display: none; }
.logo { display: block; max-height: 2.2rem; max-width: 14rem; }
.form small { font-weight: 400; color: var(--soft); }
.form input[type=checkbox] { width: 1.2rem; height: 1.2rem; justify-self: start; }
.failure { padding: 0.75rem 1rem; margin: 0 0 1.25rem; border-radius: 10px; background: light-dark(#fdecea, #3a1714); color: light-dark(#8f1d15, #ffb4ab); }
.told { list-style: none; margin: 1.5rem 0; padding: 0; display: grid; gap: 0.9rem; }
.told > li { padding: 0.9rem 1.15rem; border: 1px solid var(--line); border-radius: 14px; overflow-wrap: anywhere; }
.told > .own { background: var(--sunk); margin-inline-start: min(3rem, 8%); }
.told > .event { border: 0; padding: 0; text-align: center; color: var(--soft); font-size: 0.92rem; }
.told .who { display: flex; flex-wrap: wrap; gap: 0.2rem 0.8rem; margin: 0 0 0.35rem; font-size: 0.95rem; color: var(--soft); }
.told .who strong { color: var(--ink); }
.told :is(p, ul, ol) { margin: 0 0 0.5rem; }
.told :is(p, ul, ol):last-child { margin: 0; }
.told img { max-width: 100%; height: auto; border-radius: 10px; }
.state { display: inline-block; padding: 0.1rem 0.6rem; border-radius: 999px; background: var(--tint); color: var(--ink); font-size: 0.9rem; font-weight: 600; }
.facts { display: grid; grid-template-columns: auto 1fr; gap: 0.3rem 1.2rem; margin: 0 0 1.5rem; }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.plain-button { background: none; border: 0; padding: 0; font: inherit; color: var(--link); text-decoration: underline; cursor: pointer; }
.between { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0.5rem 1.5rem; }
.button { justify-self: start; padding: 0.7rem 1.3rem; font: inherit; font-weight: 600; color: var(--on-accent); background: var(--accent); border: 0; border-radius: 10px; cursor: pointer; text-decoration: none; display: inline-block; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 30rem) {
.bar .tongues { order: 1; }
.bar .ways { order: 2; flex-basis: 100%; }
.seek input { padding-inline-end: 4rem; }
.seek button { display: grid; place-items: center; width: 2.9rem; padding: 0; }
.seek button span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.seek svg { display: block; }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
`
