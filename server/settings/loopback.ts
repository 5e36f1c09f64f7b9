const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i

/** Whether only this machine can reach what listens there, or is meant by it. */
export const isLoopback = (host: string): boolean => loopback.test(host)
