export { listIncoming, takeAgain, takePosted } from './incoming-mails.ts'
export { enterMailbox, faultOf, type Looking, lookOnce, readFolder, say } from './look.ts'
export { type ReadingMails, readIncoming } from './read-incoming.ts'
