/** Modal windows: alert, confirm, error, progress, a web resource, and whatever else fits into one. */
import { el, freshId } from './dom.js';
import { say } from './session.js';

/**
 * Opens a modal window.
 * @param {{ title: string, content: Array<Node>, kind?: string, width?: string, height?: string, name?: string }} what
 * @returns {{ element: HTMLDialogElement, close: (value?: any) => void, closed: Promise<any> }}
 */
export function open(what) {
  const titleId = freshId('dialog');
  const element = el('dialog', { class: 'dialog ' + (what.kind || ''), 'aria-labelledby': titleId, 'data-dialog': what.name || what.kind || 'dialog' },
    el('h2', { id: titleId }, what.title), ...what.content);
  if (what.width) {
    element.style.inlineSize = what.width;
  }

  if (what.height) {
    element.style.blockSize = what.height;
  }

  let answer;
  const closed = new Promise((done) => {
    element.addEventListener('close', () => {
      element.remove();
      done(answer);
    });
  });
  document.body.append(element);
  element.showModal();
  return { element, closed, close: (value) => { answer = value; element.close(); } };
}

function paragraphs(text) {
  return el('div', { class: 'dialog-text', dir: 'auto' }, text);
}

export async function alert(strings) {
  const shown = open({
    title: strings.title || say('notice'), kind: 'alert',
    content: [paragraphs(strings.text || ''), el('div', { class: 'actions' }, el('button', { class: 'primary', autofocus: true, 'data-action': 'ok', onclick: () => shown.close() }, strings.confirmButtonLabel || say('ok')))],
  });
  await shown.closed;
}

/** @returns {Promise<boolean>} */
export async function confirm(strings) {
  const shown = open({
    title: strings.title || say('notice'), kind: 'confirm',
    content: [
      strings.subtitle ? el('p', {}, strings.subtitle) : null,
      paragraphs(strings.text || ''),
      el('div', { class: 'actions' },
        el('button', { class: 'primary', autofocus: true, 'data-action': 'confirm', onclick: () => shown.close(true) }, strings.confirmButtonLabel || say('ok')),
        el('button', { 'data-action': 'cancel', onclick: () => shown.close(false) }, strings.cancelButtonLabel || say('cancel'))),
    ].filter(Boolean),
  });
  return (await shown.closed) === true;
}

export async function error(options) {
  const code = options.errorCode === undefined ? '' : '0x' + (options.errorCode >>> 0).toString(16).padStart(8, '0');
  const shown = open({
    title: say('error'), kind: 'error',
    content: [
      paragraphs(options.message || code),
      options.details || code ? el('details', {}, el('summary', {}, say('details')), el('pre', { dir: 'ltr' }, [code, options.details].filter(Boolean).join('\n'))) : el('span'),
      el('div', { class: 'actions' }, el('button', { class: 'primary', autofocus: true, 'data-action': 'ok', onclick: () => shown.close() }, say('ok'))),
    ],
  });
  await shown.closed;
}

/** Shows an error of whatever kind to the user. */
export function show(problem) {
  console.warn(problem);
  return error({ message: problem instanceof Error ? problem.message : String((problem && problem.message) || problem), errorCode: problem && problem.errorCode });
}

let progress = null;

export function showProgress(message) {
  closeProgress();
  progress = open({ title: message || say('working'), kind: 'progress', content: [el('progress', { 'aria-label': message || say('working') })] });
  progress.element.addEventListener('cancel', (event) => event.preventDefault());
}

export function closeProgress() {
  if (progress !== null) {
    progress.close();
    progress = null;
  }
}

/** An HTML web resource over what is on screen; the page closes it by window.close(). */
export async function webResource(address, title, size) {
  const frame = el('iframe', { src: address, title, class: 'dialog-frame' });
  const shown = open({
    title, kind: 'page', width: size.width, height: size.height,
    content: [frame, el('button', { class: 'close', 'aria-label': say('close'), 'data-action': 'close', onclick: () => shown.close() }, '×')],
  });
  frame.addEventListener('load', () => { frame.contentWindow.close = () => shown.close(); });
  await shown.closed;
}
