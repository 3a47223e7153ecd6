/** The style of the shop, which is nothing like that of our own pages: it stands for anybody's. */
export const shopCss = `
:root {
  color-scheme: light dark;
  --ink: light-dark(#20301f, #e8efe3); --soft: light-dark(#566452, #a9b8a2); --paper: light-dark(#f7f4ea, #151b15);
  --card: light-dark(#fffdf6, #1e261e); --leaf: light-dark(#2f6b3a, #8ccf8f); --line: light-dark(#e2dcc8, #313c30);
}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 ui-serif, Georgia, "Times New Roman", serif }
.shop { max-width: 68rem; margin: 0 auto; padding: 1.25rem clamp(1rem, 4vw, 2.5rem) 7rem }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 1rem; padding: .5rem 0 }
header strong { font-size: 1.5rem; letter-spacing: -.01em } header span { flex: 1; color: var(--soft) }
@media (max-width: 30rem) { header a { margin-inline-start: auto } header span { order: 1; flex-basis: 100% } }
a { color: var(--leaf) } a:focus-visible, button:focus-visible { outline: 2px solid var(--leaf); outline-offset: 3px; border-radius: 8px }
.hero { display: grid; gap: 1rem; padding: clamp(2rem, 7vw, 5rem) 0 clamp(1.5rem, 5vw, 3.5rem); max-width: 40rem }
h1 { margin: 0; font-size: clamp(2.3rem, 6vw, 4rem); line-height: 1.05; letter-spacing: -.03em; font-weight: 600; text-wrap: balance }
h2 { margin: 2.5rem 0 .5rem; font-size: 1.35rem; letter-spacing: -.01em } p { margin: 0 } .lead { font-size: 1.2rem; color: var(--soft) }
.kits { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr)); padding: 0; margin: 0; list-style: none }
.kits li { display: grid; grid-template-rows: auto auto 1fr; gap: .15rem; padding: 1rem 1.1rem 1.2rem; background: var(--card); border: 1px solid var(--line); border-radius: 18px }
.kits svg { width: 100%; height: 8.5rem; margin-bottom: .5rem; border-radius: 12px; background: light-dark(#e9efd9, #263226) }
.kits p { color: var(--soft); font-size: .95rem } .kits b { margin-top: .3rem }
.row { display: flex; flex-wrap: wrap; gap: .6rem; margin-top: .9rem } .hint { color: var(--soft); max-width: 42rem }
button { font: 600 .95rem/1 system-ui, sans-serif; padding: .75rem 1.1rem; border-radius: 999px; border: 1.5px solid var(--leaf); background: none; color: var(--leaf); cursor: pointer }
button:hover { background: color-mix(in srgb, var(--leaf) 12%, transparent) } button[aria-pressed=true] { background: var(--leaf); color: var(--paper) }
footer { margin-top: 4rem; color: var(--soft); font-size: .95rem }
`
