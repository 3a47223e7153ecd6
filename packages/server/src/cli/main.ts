import { runCommand } from './run.ts'

if (!(await runCommand(process.argv.slice(2), process.env))) process.exit(1)
