/**
 * A whole Bluesky network (directory, data server, AppView, moderation) in one process.
 * node -r loopback.cjs run-network.cjs <dev-env package> <postgres url> <schema>
 * Prints the address of the data server as JSON when it is up; ends with its standard input.
 */
const [, , devEnv, dbPostgresUrl, dbPostgresSchema] = process.argv
const { TestNetwork } = require(devEnv)

async function run() {
  const network = await TestNetwork.create({ dbPostgresUrl, dbPostgresSchema })
  process.stdout.write(`\n${JSON.stringify({ ready: network.pds.url })}\n`)
  process.stdin.resume()
  process.stdin.on('end', () => {
    network.close().finally(() => process.exit(0))
  })
}

run().catch((error) => {
  process.stderr.write(`${error.stack}\n`)
  process.exit(1)
})
