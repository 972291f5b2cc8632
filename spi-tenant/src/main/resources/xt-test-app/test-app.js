'use strict';

(() => {
  const STORED = 'xt.testApp';
  const self = location.origin + location.pathname;
  const element = id => document.getElementById(id);

  const endpoint = name => new URL('../protocol/openid-connect/' + name, self);

  const base64url = bytes =>
    btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

  const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

  const fail = message => {
    element('error').textContent = message;
    element('error').hidden = false;
  };

  const decoded = part => {
    const bytes = Uint8Array.from(atob(part.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  };

  const show = (title, token) => {
    const heading = document.createElement('h2');
    const claims = document.createElement('pre');
    const parts = token.split('.');
    heading.textContent = title;
    claims.tabIndex = 0;
    claims.setAttribute('aria-label', title);
    claims.textContent = parts.length === 3
      ? parts.slice(0, 2).map(part => JSON.stringify(decoded(part), null, 2)).join('\n.\n')
      : 'Not a JWT.';
    element('tokens').append(heading, claims);
  };

  const begin = async event => {
    event.preventDefault();
    const begun = { client: element('client').value.trim(), state: random(), nonce: random(), verifier: random() };
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(begun.verifier));
    sessionStorage.setItem(STORED, JSON.stringify(begun));
    const url = endpoint('auth');
    const parameters = {
      client_id: begun.client,
      response_type: 'code',
      scope: element('scope').value.trim(),
      redirect_uri: self,
      state: begun.state,
      nonce: begun.nonce,
      prompt: 'login',
      code_challenge: base64url(new Uint8Array(digest)),
      code_challenge_method: 'S256',
    };
    const language = element('language').value.trim();
    if (language) {
      parameters.ui_locales = language;
    }
    Object.entries(parameters).forEach(([name, value]) => url.searchParams.set(name, value));
    location.assign(url);
  };

  const finish = async (begun, code) => {
    const response = await fetch(endpoint('token'), {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: begun.client,
        code,
        redirect_uri: self,
        code_verifier: begun.verifier,
      }),
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    const answer = await response.json();
    if (!response.ok) {
      fail('The code was refused: ' + answer.error + ': ' + answer.error_description);
      return;
    }
    if (answer.id_token && decoded(answer.id_token.split('.')[1]).nonce !== begun.nonce) {
      fail('The ID token is not the answer to this request.');
      return;
    }
    if (answer.id_token) {
      show('ID token', answer.id_token);
    }
    show('Access token', answer.access_token);
  };

  const returned = new URLSearchParams(location.search);
  // A code is good once; still it stays in neither the address nor the history.
  history.replaceState(null, '', location.pathname);
  element('redirect-uri').textContent = self;
  element('client').value = returned.get('client_id') || '';
  element('language').value = returned.get('language') || '';
  element('request').addEventListener('submit', event => begin(event).catch(error => fail(String(error))));

  if (returned.has('code') || returned.has('error')) {
    const begun = JSON.parse(sessionStorage.getItem(STORED) || 'null');
    sessionStorage.removeItem(STORED);
    if (!begun || begun.state !== returned.get('state')) {
      fail('This is not the answer to a request of this tab.');
    } else if (returned.has('error')) {
      fail(returned.get('error') + ': ' + (returned.get('error_description') || ''));
    } else {
      element('client').value = begun.client;
      finish(begun, returned.get('code')).catch(error => fail(String(error)));
    }
  }
})();
