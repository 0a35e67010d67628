/** dev-env listens on every interface; what a test starts is nobody else's business. */
const { Server } = require('node:net')

const { listen } = Server.prototype

Server.prototype.listen = function listenOnLoopback(first, ...rest) {
  if (typeof first === 'number') {
    const others = typeof rest[0] === 'string' ? rest.slice(1) : rest
    return listen.call(this, first, '127.0.0.1', ...others)
  }
  const isPort = typeof first === 'object' && first !== null && 'port' in first
  return listen.call(this, isPort ? { ...first, host: '127.0.0.1' } : first, ...rest)
}
