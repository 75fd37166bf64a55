// The client as its manual sets it up: the server's address and a token, both from the test that runs this.
import { DynamicsWebApi } from 'dynamics-web-api';

/** @param {object} [config] what differs from the usual */
export function connect(config) {
  return new DynamicsWebApi({
    serverUrl: process.env.CRM_ADDRESS,
    dataApi: { version: '9.0' },
    onTokenRefresh: async () => process.env.CRM_TOKEN,
    ...config,
  });
}

/** A name that no other story uses. */
export function unique(word) {
  return `${word} ${crypto.randomUUID().slice(0, 8)}`;
}
