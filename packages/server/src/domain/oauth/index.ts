export { type Asked, grantCode, mayInstallApps, readAsked, type Wanting } from './authorize.ts'
export { codeRefused, type Exchange, exchangeCode } from './exchange.ts'
export { listInstallations, uninstallApp } from './installations.ts'
export { tellUninstalled } from './tell-uninstalled.ts'
